import { missingParameter } from "../errors/client-errors.js";
import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";
import type { Query } from "../http/request.js";
import { isString } from "../json.js";
import type { PageRequest } from "./user-pages.js";

const MAX_LIMIT = 100;

/** The unchecked values that both builders of lists have. */
export interface PageFilter {
  limit?: number;
  searchKey?: string;
}

/**
 * The query for one page of a list, with only the filter `searchKey`. Throws
 * SET_LIMIT_IS_COMPULSORY, ERROR_SET_LIMIT_EXCEEDED or MISSING_PARAMETERS.
 */
export function pageQuery(filter: PageFilter, { size, from }: PageRequest): Query {
  const { limit, searchKey } = filter;
  checkLimit(limit);
  if (searchKey !== undefined && !isString(searchKey)) {
    throw missingParameter("setSearchKeyword() needs a string.");
  }
  if (!isCount(from.page)) {
    throw missingParameter("setPage() needs a whole number from 1.");
  }
  const { page, cursor } = from;
  return { perPage: size, searchKey, ...(cursor ? { cursor } : { page }) };
}

/**
 * Throws an exception with this code if a filter is set to a value that its setter does not accept.
 */
export function checkOneOf(values: object, filter: unknown, code: ErrorCode, setter: string): void {
  const known: unknown[] = Object.values(values);
  if (filter === undefined || known.includes(filter)) return;
  throw new ParleyException(code, `${setter} takes ${known.join(" or ")}.`);
}

function checkLimit(limit: unknown): void {
  if (isCount(limit) && limit <= MAX_LIMIT) return;
  throw new ParleyException(
    isCount(limit) ? ErrorCode.ERROR_SET_LIMIT_EXCEEDED : ErrorCode.SET_LIMIT_IS_COMPULSORY,
    `setLimit() needs a number of users per page, from 1 to ${MAX_LIMIT}.`,
  );
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}
