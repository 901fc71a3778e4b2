import type { Answer } from "../http/answer.js";
import { readUsers } from "./user-json.js";
import type { UserStatus } from "./user-status.js";
import { toUser, type User } from "./user.js";

/** The most users that a server gives at a time. */
const LARGEST_SIZE = 1_000;

/**
 * A place in a list: behind the cursor, if there is one, else at the start of a page.
 * @private
 */
export interface Place {
  /** From 1. */
  readonly page: number;
  readonly cursor?: string;
  /** Whether the list is gone through by name, although it is sorted by status. */
  readonly byName?: boolean;
}

const BY_NAME: Place = { page: 1, byName: true };

/**
 * What to ask a server for.
 * @private
 */
export interface PageRequest {
  readonly from: Place;
  readonly size: number;
}

/**
 * What a server answers.
 * @private
 */
export interface FetchedPage {
  readonly users: User[];
  /** The place behind the last user; absent if there is nothing behind it. */
  readonly cursor?: string | undefined;
}

/** The page that an answer holds; throws FAILED_TO_FETCH if it is no list of users. */
export function readPage(answer: Answer): FetchedPage {
  return { users: readUsers(answer).map((user) => toUser(user)), cursor: answer.cursor };
}

type FetchPage = (request: PageRequest) => Promise<FetchedPage>;

/**
 * A page that the app has got.
 * @private
 */
interface GivenPage {
  readonly from: Place;
  readonly uids: readonly string[];
}

/**
 * Goes through a list of users page by page, while users come, go and change.
 *
 * A cursor is a place in the order of the list, so nothing that happens before it moves what is
 * behind it. Only the status of a user moves the user itself past the cursor. So a list by status
 * is read in two parts: by status as long as everybody is in the first section (those online), then
 * all users by name, without those that the app has got already. Whoever has changed sides meanwhile
 * is in the second part.
 */
export class UserPages {
  /** Those that fetchPrevious() can go back through. */
  private pages: readonly GivenPage[] = [];
  private next: Place;
  private lastCall: Promise<unknown> = Promise.resolve();

  /**
   * @internal
   * @param first - the page to begin with, counted from 1.
   * @param limit - how many users a page has.
   * @param startFetching - called for each page that the app asks for.
   * @param lastSection - the status that a list by status ends with; absent for other lists.
   */
  constructor(
    first: number,
    private readonly limit: number,
    private readonly startFetching: () => FetchPage,
    private readonly lastSection?: UserStatus,
  ) {
    this.next = { page: first };
  }

  /**
   * Fetches the next page. Nobody who stays in the list is missed or comes twice, whoever else comes,
   * goes, or changes status meanwhile; but with setPage() above 1 and no sortBy(), a user whose status
   * changes may be. Past the end it resolves with an empty list and stays where it is: calling it
   * again finds users who join later, if they sort after the last one it returned. A call that
   * rejects can be repeated.
   *
   * Rejects with SET_LIMIT_IS_COMPULSORY, ERROR_SET_LIMIT_EXCEEDED (over 100), the code of a filter
   * that was set wrongly, USER_NOT_LOGGED_IN, NOT_INITIALIZED, FAILED_TO_FETCH, TIMEOUT or the
   * server's code.
   */
  fetchNext(): Promise<User[]> {
    return this.inTurn(() => this.turnTo(this.next, this.pages));
  }

  /**
   * Fetches the page before the one that was fetched last; an empty list if that was the first.
   * Rejects as fetchNext() does.
   */
  fetchPrevious(): Promise<User[]> {
    return this.inTurn(async () => {
      const previous = this.pages[this.pages.length - 2];
      if (previous) return this.turnTo(previous.from, this.pages.slice(0, -2));
      const page = (this.pages[0]?.from.page ?? 1) - 1;
      return page > 0 ? this.turnTo({ page }, []) : [];
    });
  }

  /** Fetches the page that begins at this place and comes after these ones. */
  private async turnTo(from: Place, before: readonly GivenPage[]): Promise<User[]> {
    const { users, next } = await this.fill(from, before);
    const uids = users.map(({ uid }) => uid);
    this.next = next;
    this.pages = users.length > 0 ? [...before, { from, uids }] : before;
    return users;
  }

  /** Asks until the page is full or the list ends: some answers hold users the app has already. */
  private async fill(
    from: Place,
    before: readonly GivenPage[],
  ): Promise<{ users: User[]; next: Place }> {
    const fetchPage = this.startFetching();
    const given = new Set(before.flatMap(({ uids }) => uids));
    const users: User[] = [];
    let next = from;
    let size = this.limit;
    for (;;) {
      const place = next;
      const answer = await fetchPage({ from: place, size });
      const fresh = answer.users.filter(({ uid }) => !given.has(uid));
      const taken = fresh.slice(0, this.limit - users.length);
      users.push(...taken);
      for (const { uid } of taken) given.add(uid);

      const rest = placeBehind(place, answer, size);
      if (this.endsFirstSection(place, answer, rest)) next = BY_NAME;
      else if (rest && taken.length === fresh.length) next = rest;
      const isWhole = !rest && !place.cursor && place.page === 1;
      if (users.length === this.limit || next === place || isWhole) return { users, next };
      if (place.cursor) size = Math.min(size * 2, LARGEST_SIZE);
    }
  }

  private endsFirstSection(place: Place, { users }: FetchedPage, rest: Place | null): boolean {
    if (this.lastSection === undefined || place.byName) return false;
    return !rest || users.some(({ status }) => status === this.lastSection);
  }

  /** Calls that overlap fetch one page after the other, never the same one twice. */
  private inTurn(call: () => Promise<User[]>): Promise<User[]> {
    const result = this.lastCall.then(call);
    this.lastCall = result.catch(() => undefined);
    return result;
  }
}

/** Where the list goes on behind an answer; null if it does not. Without cursors, page by page. */
function placeBehind(place: Place, { users, cursor }: FetchedPage, size: number): Place | null {
  if (cursor) return cursor === place.cursor ? null : { ...place, cursor };
  return users.length < size || place.cursor ? null : { ...place, page: place.page + 1 };
}
