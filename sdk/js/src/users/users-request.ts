import type { Query } from "../http/request.js";
import { type FetchedPage, UserPages } from "./user-pages.js";
import { USER_STATUS } from "./user-status.js";
import { type UsersFilter, usersQuery } from "./users-query.js";

/** Fetches users. */
export type FetchUsers = (query: Query) => Promise<FetchedPage>;

/** Begins a call of the app, which may take several fetches. */
export type StartFetching = () => FetchUsers;

/**
 * Pages through the users of the app; made by UsersRequestBuilder. A filter that was set wrongly
 * rejects with INVALID_STATUS_VALUE, EMPTY_USERS_LIST, INVALID_USER_LIST or MISSING_PARAMETERS.
 */
export class UsersRequest extends UserPages {
  /** @internal */
  constructor(filter: UsersFilter, startFetching: StartFetching) {
    const { page = 1, limit = 0, status, sortBy, sortOrder } = filter;
    // Behind a later page nobody could tell those it skips from those it misses.
    const isByStatus = page === 1 && !status && (!sortBy || sortBy === "status");
    const last = sortOrder === "desc" ? USER_STATUS.ONLINE : USER_STATUS.OFFLINE;
    super(
      page,
      limit,
      () => {
        const fetchUsers = startFetching();
        return async (request) => fetchUsers(usersQuery(filter, request));
      },
      isByStatus ? last : undefined,
    );
  }
}
