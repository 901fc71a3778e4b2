import type { StartFetching } from "../users/users-request.js";
import type { BlockDirection } from "./block-direction.js";
import { type BlockedUsersFilter, BlockedUsersRequest } from "./blocked-users-request.js";

/** Builds a request for a list of blocked users. Only setLimit() is required. */
export class BlockedUsersRequestBuilder {
  private readonly filter: BlockedUsersFilter = {};

  /** @internal */
  constructor(private readonly startFetching: StartFetching) {}

  /** Sets the number of users per page: 1 to 100. */
  setLimit(limit: number): this {
    this.filter.limit = limit;
    return this;
  }

  /**
   * Lists only users whose UID or name matches this text: each word of it must begin the UID or a
   * word of the name. Ignores case and accents.
   */
  setSearchKeyword(keyword: string): this {
    this.filter.searchKey = keyword;
    return this;
  }

  /** Sets who has blocked the other: one of BlockedUsersRequest.directions; both by default. */
  setDirection(direction: BlockDirection): this {
    this.filter.direction = direction;
    return this;
  }

  /** Returns the request. Later changes of the builder do not affect it. */
  build(): BlockedUsersRequest {
    return new BlockedUsersRequest({ ...this.filter }, this.startFetching);
  }
}
