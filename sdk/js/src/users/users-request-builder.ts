import type { UserStatus } from "./user-status.js";
import type { UsersFilter } from "./users-query.js";
import { type StartFetching, UsersRequest } from "./users-request.js";

/**
 * Builds a request for a list of users. Only setLimit() is required. Every setter returns the
 * builder; fetchNext() reports invalid values. The logged-in user is never in the list.
 */
export class UsersRequestBuilder {
  private readonly filter: UsersFilter = {};

  /** @internal */
  constructor(private readonly startFetching: StartFetching) {}

  /** Sets the number of users per page: 1 to 100. */
  setLimit(limit: number): this {
    this.filter.limit = limit;
    return this;
  }

  /** Sets the first page to fetch, counted from 1. */
  setPage(page: number): this {
    this.filter.page = page;
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

  /** Sets where setSearchKeyword() searches: `uid`, `name` or both (the default). */
  searchIn(fields: readonly ("uid" | "name")[]): this {
    this.filter.searchIn = fields;
    return this;
  }

  /** Lists only users who are `online` or `offline`; see USER_STATUS. */
  setStatus(status: UserStatus): this {
    this.filter.status = status;
    return this;
  }

  /** Lists only users with this role. */
  setRole(role: string): this {
    return this.setRoles([role]);
  }

  /** Lists only users with one of these roles. */
  setRoles(roles: readonly string[]): this {
    this.filter.roles = roles;
    return this;
  }

  /** Lists only users with one of these tags. */
  setTags(tags: readonly string[]): this {
    this.filter.tags = tags;
    return this;
  }

  /** Sets whether listed users include their tags; false by default. */
  withTags(withTags: boolean): this {
    this.filter.withTags = withTags;
    return this;
  }

  /** Lists only these users; up to 25 UIDs. */
  setUIDs(uids: readonly string[]): this {
    this.filter.uids = uids;
    return this;
  }

  /** Lists only friends of the logged-in user. */
  friendsOnly(friendsOnly: boolean): this {
    this.filter.friendsOnly = friendsOnly;
    return this;
  }

  /** Omits users that the logged-in user has blocked. */
  hideBlockedUsers(hide: boolean): this {
    this.filter.hideBlockedUsers = hide;
    return this;
  }

  /** Sets the sort field. The default is by status, then name, then UID. */
  sortBy(field: "status" | "name" | "uid"): this {
    this.filter.sortBy = field;
    return this;
  }

  /** Sets the direction of sortBy(); `asc` by default. */
  sortByOrder(order: "asc" | "desc"): this {
    this.filter.sortOrder = order;
    return this;
  }

  /** Returns the request. Later changes of the builder do not affect it. */
  build(): UsersRequest {
    return new UsersRequest({ ...this.filter }, this.startFetching);
  }
}
