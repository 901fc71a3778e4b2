import type { Answer } from "../http/answer.js";
import { readUsers } from "./user-json.js";
import type { UserStatus } from "./user-status.js";
import { toUser, type User } from "./user.js";

/** The maximum number of users per request. */
const LARGEST_SIZE = 1_000;

/**
 * A place in a list: after the cursor if there is one, else at the start of a page.
 * @private
 */
export interface Place {
  /** Counted from 1. */
  readonly page: number;
  readonly cursor?: string;
  /** Whether this is the second part of a list by status, which is read by name. */
  readonly byName?: boolean;
}

const BY_NAME: Place = { page: 1, byName: true };

/**
 * A request for users from the server.
 * @private
 */
export interface PageRequest {
  readonly from: Place;
  readonly size: number;
}

/**
 * The response to a page request.
 * @private
 */
export interface FetchedPage {
  readonly users: User[];
  /** The place after the last user; absent at the end of the list. */
  readonly cursor?: string | undefined;
}

/** Reads a page of users. Throws FAILED_TO_FETCH if the response contains none. */
export function readPage(answer: Answer): FetchedPage {
  return { users: readUsers(answer).map((user) => toUser(user)), cursor: answer.cursor };
}

type FetchPage = (request: PageRequest) => Promise<FetchedPage>;

/**
 * A page that was returned to the app.
 * @private
 */
interface GivenPage {
  readonly from: Place;
  readonly uids: readonly string[];
}

/**
 * Pages through a list of users while users join, leave and change.
 *
 * A cursor is a position in the order of the list, so changes before it do not shift what comes
 * after it. Only a change of status or of the name moves a user past the cursor. A change of the
 * name is rare, and an app that must not miss it can sort by UID. A list by status, the default,
 * is read in two parts: first by status, as long as all users are in the first section (by default
 * those online); then all users by name, without those already returned. The second part includes
 * users whose status has changed meanwhile.
 */
export class UserPages {
  /** The pages that fetchPrevious() can return to. */
  private pages: readonly GivenPage[] = [];
  private next: Place;
  private lastCall: Promise<unknown> = Promise.resolve();

  /**
   * @internal
   * @param first - the first page to fetch, counted from 1.
   * @param limit - the number of users per page.
   * @param startFetching - called for each page that the app requests.
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
   * Fetches the next page. Users who stay in the list are neither skipped nor repeated while others
   * join, leave or change status. Exception: with setPage() above 1 and no sortBy(), a user whose
   * status changes may be skipped or repeated. A user whose name changes meanwhile may be skipped,
   * unless the list is sorted by UID. Past the end it resolves with an empty list and
   * keeps its place: calling it again finds users who join later, if they sort after the last one
   * returned. A call that rejects can be repeated.
   *
   * Rejects with SET_LIMIT_IS_COMPULSORY, ERROR_SET_LIMIT_EXCEEDED (over 100), the code of an
   * invalid filter, USER_NOT_LOGGED_IN, NOT_INITIALIZED, FAILED_TO_FETCH, TIMEOUT or the server's
   * code.
   */
  fetchNext(): Promise<User[]> {
    return this.inTurn(() => this.turnTo(this.next, this.pages));
  }

  /**
   * Fetches the page before the last fetched one; an empty list if that was the first.
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

  /** Fetches the page that starts at `from` and follows the pages `before`. */
  private async turnTo(from: Place, before: readonly GivenPage[]): Promise<User[]> {
    const { users, next } = await this.fill(from, before);
    const uids = users.map(({ uid }) => uid);
    this.next = next;
    this.pages = users.length > 0 ? [...before, { from, uids }] : before;
    return users;
  }

  /**
   * Fetches until the page is full or the list ends: responses may contain users already returned.
   */
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

  /** Overlapping calls run one after the other and never fetch the same page twice. */
  private inTurn(call: () => Promise<User[]>): Promise<User[]> {
    const result = this.lastCall.then(call);
    this.lastCall = result.catch(() => undefined);
    return result;
  }
}

/**
 * The place after a response; null at the end of the list. Without cursors, the next page number.
 */
function placeBehind(place: Place, { users, cursor }: FetchedPage, size: number): Place | null {
  if (cursor) return cursor === place.cursor ? null : { ...place, cursor };
  return users.length < size || place.cursor ? null : { ...place, page: place.page + 1 };
}
