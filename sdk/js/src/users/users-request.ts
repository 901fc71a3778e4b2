import type { Query } from "../http/request.js";
import { type FetchedPage, UserPages } from "./user-pages.js";
import { USER_STATUS } from "./user-status.js";
import { type UsersFilter, usersQuery } from "./users-query.js";

/** Fetches users. */
export type FetchUsers = (query: Query) => Promise<FetchedPage>;

/** Starts a call of the app, which may need several fetches. */
export type StartFetching = () => FetchUsers;

/**
 * Pages through the users of the app. Built with UsersRequestBuilder. An invalid filter
 * rejects with INVALID_STATUS_VALUE, EMPTY_USERS_LIST, INVALID_USER_LIST or MISSING_PARAMETERS.
 */
export class UsersRequest extends UserPages {
  /** @internal */
  constructor(filter: UsersFilter, startFetching: StartFetching) {
    const { page = 1, limit = 0, status, sortBy, sortOrder } = filter;
    // With a first page above 1, users on omitted pages could not be distinguished from missed ones.
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
