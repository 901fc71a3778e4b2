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

type Emptied = Exclude<NonNullable<UpdateRole["unset"]>[number], "settings">;

/** The body that brings the role from `before` to `values`: only what differs. */
export function roleUpdateOf(before: RoleValues, values: RoleValues): UpdateRole {
  const { name, description, listUsers, sendMessagesTo, metadata } = values;
  const differs = (field: keyof RoleValues) => before[field] !== values[field];
  const optional: Emptied[] = ["description", "metadata"];
  const unset = optional.filter((field) => differs(field) && values[field].trim() === "");
  const sets = (field: Emptied) => differs(field) && !unset.includes(field);
  const settings = {
    ...(differs("listUsers") && { listUsers }),
    ...(differs("sendMessagesTo") && { sendMessagesTo }),
  };
  return {
    ...(differs("name") && { name }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(sets("description") && { description }),
    ...(sets("metadata") && { metadata: parseJsonObject(metadata) }),
    ...(unset.length > 0 && { unset }),
  };
}
