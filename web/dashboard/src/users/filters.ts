import type { User } from "../api/types";

/** The filters and order of the user list, kept in the search parameters of the URL. */
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

/** Reads the filters from search parameters. Invalid ones are ignored. */
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

/** Whether any filter is set. The order does not count. */
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

// The router parses search=42 as a number, but filters are text.
function asText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
