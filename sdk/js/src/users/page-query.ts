import { missingParameter } from "../errors/client-errors.js";
import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";
import type { Query } from "../http/request.js";
import type { PageRequest } from "./user-pages.js";

const MAX_LIMIT = 100;

/**
 * The query for one page of a list, without filters. Throws SET_LIMIT_IS_COMPULSORY,
 * ERROR_SET_LIMIT_EXCEEDED or MISSING_PARAMETERS.
 * @param limit - the argument of setLimit().
 */
export function pageQuery(limit: unknown, { size, from }: PageRequest): Query {
  checkLimit(limit);
  if (!isCount(from.page)) {
    throw missingParameter("setPage() needs a whole number from 1.");
  }
  const { page, cursor } = from;
  return { perPage: size, ...(cursor ? { cursor } : { page }) };
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
  if (!isCount(limit)) {
    throw new ParleyException(
      ErrorCode.SET_LIMIT_IS_COMPULSORY,
      `setLimit() needs a number of users per page, from 1 to ${MAX_LIMIT}.`,
    );
  }
  if (limit > MAX_LIMIT) {
    throw new ParleyException(
      ErrorCode.ERROR_SET_LIMIT_EXCEEDED,
      `setLimit() takes at most ${MAX_LIMIT}. Call fetchNext() again for more users.`,
    );
  }
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}
