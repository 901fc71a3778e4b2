import type { User } from "./user.js";
import { UserPages } from "./user-pages.js";
import { type UsersFilter, usersQuery } from "./users-query.js";

/** Fetches one page of users. */
export type FetchUsers = (query: URLSearchParams) => Promise<User[]>;

/**
 * Pages through the users of the app; made by UsersRequestBuilder. A filter that was set wrongly
 * rejects with INVALID_STATUS_VALUE, EMPTY_USERS_LIST, INVALID_USER_LIST or MISSING_PARAMETERS.
 */
export class UsersRequest extends UserPages {
  /** @internal */
  constructor(filter: UsersFilter, fetchUsers: FetchUsers) {
    super(filter.page ?? 1, async (page) => fetchUsers(usersQuery(filter, page)));
  }
}
