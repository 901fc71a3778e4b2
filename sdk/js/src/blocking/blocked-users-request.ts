import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";
import { pageQuery } from "../users/page-query.js";
import { UserPages } from "../users/user-pages.js";
import type { FetchUsers } from "../users/users-request.js";
import { BLOCK_DIRECTIONS, type BlockDirection } from "./block-direction.js";

/** What BlockedUsersRequestBuilder was given, unchecked. */
export interface BlockedUsersFilter {
  limit?: number;
  searchKey?: string;
  direction?: BlockDirection;
}

/**
 * Pages through the users whom the logged-in user has blocked, or who have blocked it; made by
 * BlockedUsersRequestBuilder. A wrong direction rejects with INVALID_DIRECTION_VALUE.
 */
export class BlockedUsersRequest extends UserPages {
  static readonly directions = BLOCK_DIRECTIONS;

  /** @internal */
  constructor(filter: BlockedUsersFilter, fetchUsers: FetchUsers) {
    super(1, async (page) => fetchUsers(blockedUsersQuery(filter, page)));
  }
}

function blockedUsersQuery(filter: BlockedUsersFilter, page: number): URLSearchParams {
  const query = pageQuery(filter.limit, page);
  const { searchKey, direction } = filter;
  const known: unknown[] = Object.values(BLOCK_DIRECTIONS);
  if (direction !== undefined && !known.includes(direction)) {
    throw new ParleyException(
      ErrorCode.INVALID_DIRECTION_VALUE,
      `setDirection() takes "${known.join('", "')}".`,
    );
  }
  if (searchKey) query.set("searchKey", searchKey);
  if (direction) query.set("direction", direction);
  return query;
}
