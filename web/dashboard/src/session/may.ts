import type { AdministratorRole } from "../api/types";

/** `change` what belongs to apps; `administer` the administrators themselves. */
export type Right = "change" | "administer";

const RIGHTS: Record<AdministratorRole, readonly Right[]> = {
  owner: ["change", "administer"],
  developer: ["change"],
  viewer: [],
};

/** Whether an administrator of this role may do this; the server decides anyway. */
export function may(role: AdministratorRole, right: Right): boolean {
  return RIGHTS[role].includes(right);
}
