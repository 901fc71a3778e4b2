import type { User } from "./user.js";

/** Goes through a list of users page by page. */
export class UserPages {
  /** The page that was fetched last; 0 before the first. */
  private page: number;
  private lastCall: Promise<unknown> = Promise.resolve();

  /**
   * @internal
   * @param first - the page to begin with, counted from 1.
   * @param fetchPage - fetches a page; past the end it brings an empty list.
   */
  constructor(
    first: number,
    private readonly fetchPage: (page: number) => Promise<User[]>,
  ) {
    this.page = first - 1;
  }

  /**
   * Fetches the next page. Past the end it resolves with an empty list and stays where it is, so
   * that users who join later are found by calling it again. A call that rejects can be repeated.
   *
   * Rejects with SET_LIMIT_IS_COMPULSORY, ERROR_SET_LIMIT_EXCEEDED (over 100), the code of a filter
   * that was set wrongly, USER_NOT_LOGGED_IN, NOT_INITIALIZED, FAILED_TO_FETCH, TIMEOUT or the
   * server's code.
   */
  fetchNext(): Promise<User[]> {
    return this.inTurn(async () => {
      const users = await this.fetchPage(this.page + 1);
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
      const users = await this.fetchPage(this.page - 1);
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
}
