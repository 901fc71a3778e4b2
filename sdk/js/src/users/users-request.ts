import type { User } from "./user.js";
import { type UsersFilter, usersQuery } from "./users-query.js";

/** Fetches one page of users. */
export type FetchUsers = (query: URLSearchParams) => Promise<User[]>;

/** Pages through the users of the app; made by UsersRequestBuilder. */
export class UsersRequest {
  /** The page that was fetched last; 0 before the first. */
  private page: number;
  private lastCall: Promise<unknown> = Promise.resolve();

  /** @internal */
  constructor(
    private readonly filter: UsersFilter,
    private readonly fetchUsers: FetchUsers,
  ) {
    this.page = (filter.page ?? 1) - 1;
  }

  /**
   * Fetches the next page. Past the end it resolves with an empty list and stays where it is, so
   * that users who join later are found by calling it again. A call that rejects can be repeated.
   *
   * Rejects with SET_LIMIT_IS_COMPULSORY, ERROR_SET_LIMIT_EXCEEDED (over 100),
   * INVALID_STATUS_VALUE, EMPTY_USERS_LIST, INVALID_USER_LIST, MISSING_PARAMETERS,
   * USER_NOT_LOGGED_IN, NOT_INITIALIZED, FAILED_TO_FETCH, TIMEOUT or the server's code.
   */
  fetchNext(): Promise<User[]> {
    return this.inTurn(async () => {
      const users = await this.fetch(this.page + 1);
      if (users.length > 0) this.page++;
      return users;
    });
  }

  /**
   * Fetches the page before the one that was fetched last; an empty list if that was the first.
   * Rejects as fetchNext() does.
   */
  fetchPrevious(): Promise<User[]> {
    return this.inTurn(async () => {
      if (this.page <= 1) return [];
      const users = await this.fetch(this.page - 1);
      this.page--;
      return users;
    });
  }

  /** Calls that overlap fetch one page after the other, never the same one twice. */
  private inTurn(call: () => Promise<User[]>): Promise<User[]> {
    const result = this.lastCall.then(call);
    this.lastCall = result.catch(() => undefined);
    return result;
  }

  private async fetch(page: number): Promise<User[]> {
    return this.fetchUsers(usersQuery(this.filter, page));
  }
}
