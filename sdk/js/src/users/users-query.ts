import { missingParameter } from "../errors/client-errors.js";
import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";
import { USER_STATUS, type UserStatus } from "./user-status.js";

const MAX_LIMIT = 100;

/** What UsersRequestBuilder was told, unchecked. */
export interface UsersFilter {
  limit?: number;
  page?: number;
  searchKey?: string;
  searchIn?: readonly string[];
  status?: UserStatus;
  roles?: readonly string[];
  tags?: readonly string[];
  withTags?: boolean;
  uids?: readonly string[];
  sortBy?: string;
  sortOrder?: string;
}

/**
 * The query for one page of users. Throws SET_LIMIT_IS_COMPULSORY, ERROR_SET_LIMIT_EXCEEDED,
 * INVALID_STATUS_VALUE, EMPTY_USERS_LIST, INVALID_USER_LIST or MISSING_PARAMETERS.
 */
export function usersQuery(filter: UsersFilter, page: number): URLSearchParams {
  checkLimit(filter.limit);
  checkPage(page);
  checkStatus(filter.status);
  checkUids(filter.uids);
  const { limit, searchKey, status, withTags, sortBy, sortOrder } = filter;
  const query = new URLSearchParams({ perPage: String(limit), page: String(page) });
  const single = { searchKey, status, withTags, sortBy, sortOrder };
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

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function checkLimit(limit: unknown): void {
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1) {
    throw new ParleyException(
      ErrorCode.SET_LIMIT_IS_COMPULSORY,
      `Say how many users to fetch at a time with setLimit(), from 1 to ${MAX_LIMIT}.`,
    );
  }
  if (limit > MAX_LIMIT) {
    throw new ParleyException(
      ErrorCode.ERROR_SET_LIMIT_EXCEEDED,
      `setLimit() takes at most ${MAX_LIMIT}. Call fetchNext() again for more users.`,
    );
  }
}

function checkPage(page: number): void {
  if (!(Number.isInteger(page) && page >= 1))
    throw missingParameter("setPage() needs a whole number from 1.");
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

function checkUids(uids: unknown): void {
  if (uids === undefined) return;
  if (!Array.isArray(uids) || !uids.every(isText)) {
    throw new ParleyException(ErrorCode.INVALID_USER_LIST, "setUIDs() needs a list of UIDs.");
  }
  if (uids.length === 0) {
    throw new ParleyException(ErrorCode.EMPTY_USERS_LIST, "setUIDs() needs at least one UID.");
  }
}
