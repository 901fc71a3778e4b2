import type { AdministratorRole } from "../api/types";

/** `change`: edit apps and what belongs to them. `administer`: manage administrators. */
export type Right = "change" | "administer";

const RIGHTS: Record<AdministratorRole, readonly Right[]> = {
  owner: ["change", "administer"],
  developer: ["change"],
  viewer: [],
};

/** Whether the role has the right. For the UI only: the server checks every call. */
export function may(role: AdministratorRole, right: Right): boolean {
  return RIGHTS[role].includes(right);
}
