import { missingParameter } from "../errors/client-errors.js";
import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";

const MAX_LIMIT = 100;

/**
 * The query for one page of a list, to be completed with filters. Throws SET_LIMIT_IS_COMPULSORY,
 * ERROR_SET_LIMIT_EXCEEDED or MISSING_PARAMETERS.
 */
export function pageQuery(limit: unknown, page: number): URLSearchParams {
  checkLimit(limit);
  if (!(Number.isInteger(page) && page >= 1)) {
    throw missingParameter("setPage() needs a whole number from 1.");
  }
  return new URLSearchParams({ perPage: String(limit), page: String(page) });
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
