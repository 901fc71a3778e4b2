import { requiredText } from "../arguments.js";
import { missingParameter } from "../errors/client-errors.js";
import { headerText } from "../http/request.js";
import { isObject } from "../json.js";
import type { SessionRecord } from "./session-record.js";

const API_KEY = /^[0-9a-f]{40}$/i;
/** Auth tokens start with the UID of their user. */
const AUTH_TOKEN = /^(.+)_\d{10}[0-9a-z]{30}$/i;

/** The user and credentials of a login. */
export class LoginIdentity {
  private constructor(
    readonly uid: string | null,
    readonly secret: string,
  ) {}

  /**
   * Reads the three signatures: (uid, authKey), (authToken) and ({authToken}). The number of
   * arguments decides, so that an authKey that is accidentally undefined is reported instead of
   * being treated as a login by token. Throws MISSING_PARAMETERS.
   */
  static from(args: readonly unknown[]): LoginIdentity {
    const [first, second] = args;
    if (args.length >= 2) return LoginIdentity.byKey(first, second);
    return LoginIdentity.byToken(isObject(first) ? first.authToken : first);
  }

  static byToken(token: unknown): LoginIdentity {
    return new LoginIdentity(null, headerText(token, "login(): authToken"));
  }

  private static byKey(user: unknown, authKey: unknown): LoginIdentity {
    const uid = requiredText(user, "login(): uid");
    const key = headerText(authKey, "login(): authKey");
    if (API_KEY.test(uid) && !API_KEY.test(key)) {
      throw missingParameter("login(): uid and authKey seem to be swapped.");
    }
    return new LoginIdentity(uid.toLowerCase(), key);
  }

  /** The auth token to log in with; null for a login by key. */
  get token(): string | null {
    return this.uid === null ? this.secret : null;
  }

  /** Whether both are certainly logins of the same user, even with different credentials. */
  isOfSameUser(other: LoginIdentity): boolean {
    const { owner } = this;
    return this.equals(other) || (owner !== undefined && owner === other.owner);
  }

  private get owner(): string | undefined {
    return this.uid ?? AUTH_TOKEN.exec(this.secret)?.[1];
  }

  /** Whether both have the same user and credentials. */
  equals(other: LoginIdentity): boolean {
    return this.uid === other.uid && this.secret === other.secret;
  }

  /** Whether this login would result in this session. */
  owns(session: SessionRecord): boolean {
    return this.uid === null ? this.secret === session.token : this.uid === session.user.uid;
  }
}
