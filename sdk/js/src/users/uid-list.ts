import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";

/**
 * Checks the list of UIDs passed to `call`. Throws EMPTY_USERS_LIST or INVALID_USER_LIST.
 */
export function requireUids(uids: unknown, call: string): string[] {
  if (!Array.isArray(uids) || !uids.every(isText)) {
    throw new ParleyException(ErrorCode.INVALID_USER_LIST, `${call} needs a list of UIDs.`);
  }
  if (uids.length === 0) {
    throw new ParleyException(ErrorCode.EMPTY_USERS_LIST, `${call} needs at least one UID.`);
  }
  return uids;
}

/** Whether the value is a string that is not blank. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
