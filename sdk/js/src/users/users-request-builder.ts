import type { UserStatus } from "./user-status.js";
import type { UsersFilter } from "./users-query.js";
import { type StartFetching, UsersRequest } from "./users-request.js";

/**
 * Says which users to list. Only setLimit() is needed; every setter returns the builder, and what
 * is wrong is told by fetchNext(). The logged-in user is never in the list.
 */
export class UsersRequestBuilder {
  private readonly filter: UsersFilter = {};

  /** @internal */
  constructor(private readonly startFetching: StartFetching) {}

  /** Sets how many users a page has: 1 to 100. */
  setLimit(limit: number): this {
    this.filter.limit = limit;
    return this;
  }

  /** Sets the first page to fetch, counted from 1. */
  setPage(page: number): this {
    this.filter.page = page;
    return this;
  }

  /** Only users whose UID, or a word of whose name, begins like this; upper or lower case. */
  setSearchKeyword(keyword: string): this {
    this.filter.searchKey = keyword;
    return this;
  }

  /** Where setSearchKeyword() looks: `uid`, `name` or both (the default). */
  searchIn(fields: readonly ("uid" | "name")[]): this {
    this.filter.searchIn = fields;
    return this;
  }

  /** Only users who are `online` or `offline`; see USER_STATUS. */
  setStatus(status: UserStatus): this {
    this.filter.status = status;
    return this;
  }

  /** Only users of this role. */
  setRole(role: string): this {
    return this.setRoles([role]);
  }

  /** Only users of one of these roles. */
  setRoles(roles: readonly string[]): this {
    this.filter.roles = roles;
    return this;
  }

  /** Only users with one of these tags. */
  setTags(tags: readonly string[]): this {
    this.filter.tags = tags;
    return this;
  }

  /** Whether the listed users come with their tags; they do not unless asked for. */
  withTags(withTags: boolean): this {
    this.filter.withTags = withTags;
    return this;
  }

  /** Only these users; up to 25 UIDs. */
  setUIDs(uids: readonly string[]): this {
    this.filter.uids = uids;
    return this;
  }

  /** Only friends of the logged-in user. */
  friendsOnly(friendsOnly: boolean): this {
    this.filter.friendsOnly = friendsOnly;
    return this;
  }

  /** Without those whom the logged-in user has blocked. */
  hideBlockedUsers(hide: boolean): this {
    this.filter.hideBlockedUsers = hide;
    return this;
  }

  /** What to sort by. Without it: by status, then name, then UID. */
  sortBy(field: "status" | "name" | "uid"): this {
    this.filter.sortBy = field;
    return this;
  }

  /** The direction of sortBy(); `asc` unless set. */
  sortByOrder(order: "asc" | "desc"): this {
    this.filter.sortOrder = order;
    return this;
  }

  /** Returns the request; later changes of the builder do not reach it. */
  build(): UsersRequest {
    return new UsersRequest({ ...this.filter }, this.startFetching);
  }
}
