import type { CreateRole, Role, UpdateRole } from "../api/types";
import { changedOrUnset } from "../form/changed";
import { parseJsonObject } from "../form/checks";

type Reach = NonNullable<Role["settings"]["listUsers"]>;

/** The values of the role form. */
export interface RoleValues {
  role: string;
  name: string;
  description: string;
  listUsers: Reach;
  sendMessagesTo: Reach;
  /** JSON text; empty for none. */
  metadata: string;
}

export const NEW_ROLE: RoleValues = {
  role: "",
  name: "",
  description: "",
  listUsers: "all",
  sendMessagesTo: "all",
  metadata: "",
};

/** The initial form values for this role. */
export function roleValuesOf(role: Role): RoleValues {
  const { listUsers = "all", sendMessagesTo = "all" } = role.settings;
  return {
    role: role.role,
    name: role.name,
    description: role.description ?? "",
    listUsers,
    sendMessagesTo,
    metadata: role.metadata ? JSON.stringify(role.metadata, null, 2) : "",
  };
}

/** The request body that creates the role, without empty fields. */
export function roleCreationOf(values: RoleValues): CreateRole {
  const { role, name, description, listUsers, sendMessagesTo } = values;
  const metadata = parseJsonObject(values.metadata);
  return {
    role,
    name,
    settings: { listUsers, sendMessagesTo },
    ...(description && { description }),
    ...(metadata && { metadata }),
  };
}

/** The request body with the changes from `before` to `values`. */
export function roleUpdateOf(before: RoleValues, values: RoleValues): UpdateRole {
  const { set, unset } = changedOrUnset(before, values, ["description", "metadata"]);
  const { listUsers, sendMessagesTo, metadata, ...rest } = set;
  const settings = { ...(listUsers && { listUsers }), ...(sendMessagesTo && { sendMessagesTo }) };
  return {
    ...rest,
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(metadata !== undefined && { metadata: parseJsonObject(metadata) }),
    ...(unset.length > 0 && { unset }),
  };
}
