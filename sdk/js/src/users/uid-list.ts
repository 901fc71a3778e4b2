import { isTextList } from "../arguments.js";
import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";

/**
 * Checks the list of UIDs passed to `call`. Throws EMPTY_USERS_LIST or INVALID_USER_LIST.
 */
export function requireUids(uids: unknown, call: string): string[] {
  if (!isTextList(uids)) {
    throw new ParleyException(ErrorCode.INVALID_USER_LIST, `${call} needs a list of UIDs.`);
  }
  if (uids.length === 0) {
    throw new ParleyException(ErrorCode.EMPTY_USERS_LIST, `${call} needs at least one UID.`);
  }
  return uids;
}
