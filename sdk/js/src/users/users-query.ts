import { checkFlag, checkTextList } from "../arguments.js";
import { ErrorCode } from "../errors/error-code.js";
import type { Query } from "../http/request.js";
import { checkOneOf, type PageFilter, pageQuery } from "./page-query.js";
import { requireUids } from "./uid-list.js";
import type { PageRequest } from "./user-pages.js";
import { USER_STATUS, type UserStatus } from "./user-status.js";

/** The unchecked values of UsersRequestBuilder. */
export interface UsersFilter extends PageFilter {
  page?: number;
  searchIn?: readonly string[];
  status?: UserStatus;
  roles?: readonly string[];
  tags?: readonly string[];
  withTags?: boolean;
  friendsOnly?: boolean;
  hideBlockedUsers?: boolean;
  uids?: readonly string[];
  sortBy?: string;
  sortOrder?: string;
}

/**
 * The query for one page of users. Throws SET_LIMIT_IS_COMPULSORY, ERROR_SET_LIMIT_EXCEEDED,
 * INVALID_STATUS_VALUE, EMPTY_USERS_LIST, INVALID_USER_LIST or MISSING_PARAMETERS.
 */
export function usersQuery(filter: UsersFilter, request: PageRequest): Query {
  const { limit: _limit, page: _page, sortBy, ...filters } = filter;
  const place = pageQuery(filter, request);
  checkOneOf(USER_STATUS, filter.status, ErrorCode.INVALID_STATUS_VALUE, "setStatus()");
  if (filter.uids !== undefined) requireUids(filter.uids, "setUIDs()");
  checkTextList(filter.searchIn, "searchIn()");
  checkTextList(filter.roles, "setRole() needs a string, and setRoles()");
  checkTextList(filter.tags, "setTags()");
  for (const name of ["withTags", "friendsOnly", "hideBlockedUsers"] as const) {
    checkFlag(filter[name], `${name}()`);
  }
  const { MISSING_PARAMETERS } = ErrorCode;
  checkOneOf(["status", "name", "uid"], sortBy, MISSING_PARAMETERS, "sortBy()");
  checkOneOf(["asc", "desc"], filter.sortOrder, MISSING_PARAMETERS, "sortByOrder()");
  return { ...place, ...filters, sortBy: request.from.byName ? "name" : sortBy };
}
