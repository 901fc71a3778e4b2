import { missingParameter } from "../errors/client-errors.js";
import { headerText } from "../http/request.js";
import { isObject } from "../json.js";
import { requiredText } from "../required-text.js";
import type { SessionRecord } from "./session-record.js";

const API_KEY = /^[0-9a-f]{40}$/i;
/** Auth tokens begin with the UID of their user. */
const AUTH_TOKEN = /^(.+)_\d{10}[0-9a-z]{30}$/i;

/** Who wants to log in, and with what proof. */
export class LoginIdentity {
  private constructor(
    readonly uid: string | null,
    readonly secret: string,
  ) {}

  /**
   * Reads the three spellings: (uid, authKey), (authToken) and ({authToken}). The number of
   * arguments decides, so that an authKey that is undefined by mistake is told and not taken for
   * a login by token. Throws MISSING_PARAMETERS.
   */
  static from(args: readonly unknown[]): LoginIdentity {
    const [first, second] = args;
    if (args.length >= 2) return LoginIdentity.byKey(first, second);
    if (isObject(first)) return LoginIdentity.byToken(first.authToken);
    if (args.length === 1) return LoginIdentity.byToken(first);
    throw missingParameter("login() needs (uid, authKey) or (authToken).");
  }

  static byToken(token: unknown): LoginIdentity {
    return new LoginIdentity(null, headerText(token, "authToken"));
  }

  private static byKey(user: unknown, authKey: unknown): LoginIdentity {
    const uid = requiredText(user, "login(uid, authKey) needs a UID.");
    const key = headerText(authKey, "authKey");
    if (API_KEY.test(uid) && !API_KEY.test(key)) {
      throw missingParameter("login(uid, authKey): the two arguments seem to be swapped.");
    }
    return new LoginIdentity(uid.toLowerCase(), key);
  }

  /** The auth token to log in with; null for a login by key. */
  get token(): string | null {
    return this.uid === null ? this.secret : null;
  }

  /** Whether both are surely logins of the same user, each perhaps with a proof of its own. */
  isOfSameUser(other: LoginIdentity): boolean {
    const { owner } = this;
    return this.equals(other) || (owner !== undefined && owner === other.owner);
  }

  private get owner(): string | undefined {
    return this.uid ?? AUTH_TOKEN.exec(this.secret)?.[1];
  }

  /** True if both are the same login, so that one can stand for both. */
  equals(other: LoginIdentity): boolean {
    return this.uid === other.uid && this.secret === other.secret;
  }

  /** True if this session is what the login would lead to. */
  owns(session: SessionRecord): boolean {
    return this.uid === null ? this.secret === session.token : this.uid === session.user.uid;
  }
}
