import type { User } from "../api/types";

/** Which users the list shows, and in which order: the search parameters of its address. */
export interface UserFilters {
  search?: string;
  status?: User["status"];
  role?: string;
  tags?: string[];
  deactivated?: "with" | "only";
  sortBy?: SortBy;
  sortOrder?: "desc";
}

export type SortBy = "status" | "name" | "uid";

/** Reads the filters from an address; what is none is left out. */
export function parseUserFilters(search: Record<string, unknown>): UserFilters {
  const { status, deactivated, sortBy, sortOrder } = search;
  const text = asText(search.search);
  const role = asText(search.role);
  const tags = Array.isArray(search.tags)
    ? search.tags.map(asText).filter((tag) => tag !== undefined)
    : [];
  return {
    ...(text && { search: text }),
    ...((status === "available" || status === "offline") && { status }),
    ...(role && { role }),
    ...(tags.length > 0 && { tags }),
    ...((deactivated === "with" || deactivated === "only") && { deactivated }),
    ...((sortBy === "status" || sortBy === "name" || sortBy === "uid") && { sortBy }),
    ...(sortOrder === "desc" && { sortOrder }),
  };
}

/** Whether anything but the order is asked for. */
export function isFiltered({ sortBy: _by, sortOrder: _order, ...filters }: UserFilters): boolean {
  return Object.keys(filters).length > 0;
}

/** The filters as the query of GET /apps/{appId}/users. */
export function userQueryOf(filters: UserFilters) {
  const { search, status, role, tags, deactivated, sortBy, sortOrder } = filters;
  return {
    ...(search && { searchKey: search }),
    ...(status && { status }),
    ...(role && { role }),
    ...(tags && { tags }),
    ...(deactivated === "with" && { withDeactivated: true }),
    ...(deactivated === "only" && { onlyDeactivated: true }),
    ...(sortBy && { sortBy, sortOrder: sortOrder ?? ("asc" as const) }),
  };
}

// An address that says 42 is read as a number, and yet names the user 42.
function asText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
