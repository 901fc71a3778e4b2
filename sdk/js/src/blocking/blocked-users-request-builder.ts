import type { StartFetching } from "../users/users-request.js";
import type { BlockDirection } from "./block-direction.js";
import { type BlockedUsersFilter, BlockedUsersRequest } from "./blocked-users-request.js";

/** Says which blocked users to list. Only setLimit() is needed. */
export class BlockedUsersRequestBuilder {
  private readonly filter: BlockedUsersFilter = {};

  /** @internal */
  constructor(private readonly startFetching: StartFetching) {}

  /** Sets how many users a page has: 1 to 100. */
  setLimit(limit: number): this {
    this.filter.limit = limit;
    return this;
  }

  /** Only users whose UID, or a word of whose name, begins like this; upper or lower case. */
  setSearchKeyword(keyword: string): this {
    this.filter.searchKey = keyword;
    return this;
  }

  /** Who has blocked whom: one of BlockedUsersRequest.directions; both unless set. */
  setDirection(direction: BlockDirection): this {
    this.filter.direction = direction;
    return this;
  }

  /** Returns the request; later changes of the builder do not reach it. */
  build(): BlockedUsersRequest {
    return new BlockedUsersRequest({ ...this.filter }, this.startFetching);
  }
}
