import { missingParameter } from "../errors/client-errors.js";
import { ErrorCode } from "../errors/error-code.js";
import type { Query } from "../http/request.js";
import { checkOneOf, pageQuery } from "./page-query.js";
import { isText, requireUids } from "./uid-list.js";
import type { PageRequest } from "./user-pages.js";
import { USER_STATUS, type UserStatus } from "./user-status.js";

/** The unchecked values of UsersRequestBuilder. */
export interface UsersFilter {
  limit?: number;
  page?: number;
  searchKey?: string;
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
  const { limit, page: _, sortBy, ...filters } = filter;
  const place = pageQuery(limit, request);
  checkOneOf(USER_STATUS, filter.status, ErrorCode.INVALID_STATUS_VALUE, "setStatus()");
  if (filter.uids !== undefined) requireUids(filter.uids, "setUIDs()");
  const { searchIn, roles, tags } = filter;
  for (const [name, list] of Object.entries({ searchIn, roles, tags })) checkList(list, name);
  return { ...place, ...filters, sortBy: request.from.byName ? "name" : sortBy };
}

function checkList(list: unknown, name: string): void {
  if (list !== undefined && !(Array.isArray(list) && list.every(isText))) {
    throw missingParameter(`${name} must be a list of strings.`);
  }
}
