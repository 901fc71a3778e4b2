import type { CreateRole, Role, UpdateRole } from "../api/types";
import { parseJsonObject } from "../form/checks";

type Reach = NonNullable<Role["settings"]["listUsers"]>;

/** What the form about a role holds. */
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

/** The form as it begins for this role. */
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

/** The body that creates the role; what is empty is left out. */
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

/** The body that makes the role like the form; what is empty there is unset. */
export function roleUpdateOf(values: RoleValues): UpdateRole {
  const { name, description, listUsers, sendMessagesTo } = values;
  const metadata = parseJsonObject(values.metadata);
  const unset: UpdateRole["unset"] = [];
  if (!description) unset.push("description");
  if (!metadata) unset.push("metadata");
  return {
    name,
    settings: { listUsers, sendMessagesTo },
    ...(description && { description }),
    ...(metadata && { metadata }),
    ...(unset.length > 0 && { unset }),
  };
}
