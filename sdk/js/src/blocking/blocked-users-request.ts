import { ErrorCode } from "../errors/error-code.js";
import type { Query } from "../http/request.js";
import { checkOneOf, type PageFilter, pageQuery } from "../users/page-query.js";
import { type PageRequest, UserPages } from "../users/user-pages.js";
import type { StartFetching } from "../users/users-request.js";
import { BLOCK_DIRECTIONS, type BlockDirection } from "./block-direction.js";

/** The unchecked values of BlockedUsersRequestBuilder. */
export interface BlockedUsersFilter extends PageFilter {
  direction?: BlockDirection;
}

/**
 * Pages through users that the logged-in user has blocked or that have blocked it. Built with
 * BlockedUsersRequestBuilder. An invalid direction rejects with INVALID_DIRECTION_VALUE.
 */
export class BlockedUsersRequest extends UserPages {
  static readonly directions = BLOCK_DIRECTIONS;

  /** @internal */
  constructor(filter: BlockedUsersFilter, startFetching: StartFetching) {
    super(1, filter.limit ?? 0, () => {
      const fetchUsers = startFetching();
      return async (request) => fetchUsers(blockedUsersQuery(filter, request));
    });
  }
}

function blockedUsersQuery(filter: BlockedUsersFilter, request: PageRequest): Query {
  const query = pageQuery(filter, request);
  const { direction } = filter;
  checkOneOf(BLOCK_DIRECTIONS, direction, ErrorCode.INVALID_DIRECTION_VALUE, "setDirection()");
  return { ...query, direction };
}
