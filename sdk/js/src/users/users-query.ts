import { missingParameter } from "../errors/client-errors.js";
import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";
import { pageQuery } from "./page-query.js";
import { isText, requireUids } from "./uid-list.js";
import { USER_STATUS, type UserStatus } from "./user-status.js";

/** What UsersRequestBuilder was given, unchecked. */
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
export function usersQuery(filter: UsersFilter, page: number): URLSearchParams {
  const query = pageQuery(filter.limit, page);
  checkStatus(filter.status);
  if (filter.uids !== undefined) requireUids(filter.uids, "setUIDs()");
  const { searchKey, status, withTags, friendsOnly, hideBlockedUsers, sortBy, sortOrder } = filter;
  const single = { searchKey, status, withTags, friendsOnly, hideBlockedUsers, sortBy, sortOrder };
  for (const [name, value] of Object.entries(single)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const { searchIn, roles, tags, uids } = filter;
  for (const [name, values] of Object.entries({ searchIn, roles, tags, uids })) {
    for (const value of textsOf(values, name)) query.append(name, value);
  }
  return query;
}

function textsOf(values: readonly string[] | undefined, name: string): readonly string[] {
  if (values === undefined || (Array.isArray(values) && values.every(isText))) return values ?? [];
  throw missingParameter(`${name} must be a list of texts.`);
}

function checkStatus(status: unknown): void {
  const known: unknown[] = Object.values(USER_STATUS);
  if (status !== undefined && !known.includes(status)) {
    throw new ParleyException(
      ErrorCode.INVALID_STATUS_VALUE,
      `setStatus() takes "${known.join('" or "')}".`,
    );
  }
}
