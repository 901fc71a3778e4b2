import { checkJson, requiredText } from "../arguments.js";
import { isString, type JsonObject } from "../json.js";
import { USER_FIELDS, type UserJson } from "./user-json.js";
import { fromWireStatus, type UserStatus } from "./user-status.js";

/** The getters and setters of all fields. */
export interface User {
  getUid(): string;
  setUid(uid: string): void;
  getName(): string;
  setName(name: string): void;
  getAuthToken(): string | undefined;
  setAuthToken(authToken: string): void;
  getAvatar(): string | undefined;
  /** Sets the picture. An empty string removes it with the next update. */
  setAvatar(avatar: string): void;
  getLink(): string | undefined;
  /** Sets the URL of the profile page. An empty string removes it with the next update. */
  setLink(link: string): void;
  getStatus(): UserStatus;
  setStatus(status: UserStatus): void;
  getStatusMessage(): string | undefined;
  /** Sets the status message. An empty string removes it with the next update. */
  setStatusMessage(statusMessage: string): void;
  getRole(): string | undefined;
  setRole(role: string): void;
  getMetadata(): JsonObject | undefined;
  /**
   * Throws MISSING_PARAMETERS if JSON cannot represent something in it, such as a BigInt, a function,
   * NaN or a cycle, and for numbers beyond 2^53-1.
   */
  setMetadata(metadata: JsonObject): void;
  getTags(): string[];
  setTags(tags: string[]): void;
  getLastActiveAt(): number;
  setLastActiveAt(lastActiveAt: number): void;
  getHasBlockedMe(): boolean;
  setHasBlockedMe(hasBlockedMe: boolean): void;
  getBlockedByMe(): boolean;
  setBlockedByMe(blockedByMe: boolean): void;
  getDeactivatedAt(): number;
  setDeactivatedAt(deactivatedAt: number): void;
}

/**
 * A user of the app. Read and set fields directly or with getters and setters. Changes are sent to
 * the server by createUser(), updateUser() or updateCurrentUserDetails().
 */
export class User {
  /** 1 to 100 of a-z, 0-9, hyphen and underscore; never changes. */
  uid: string;
  /** 1 to 100 characters. */
  name = "";
  /** The token of the session; only for the logged-in user. */
  authToken?: string;
  /** The http or https URL of a picture, up to 3000 characters. */
  avatar?: string;
  /** The http or https URL of the profile page, up to 3000 characters. */
  link?: string;
  /**
   * `online` while at least one device of the user is connected, else `offline`; as of the response
   * or event that contained the user. Exception: the logged-in user, as returned by login() and
   * getLoggedinUser(), is always `online`, even before the realtime connection opens. getUser() with
   * its UID returns the status that others see.
   */
  status: UserStatus = "offline";
  statusMessage?: string;
  /** The ID of the role; `default` if none was set. */
  role?: string;
  /** Your own data, up to 5 KB of JSON. */
  metadata?: JsonObject;
  /** Up to 25 tags of up to 100 characters; in lists only with withTags(true). */
  tags?: string[];
  /** Unix seconds; 0 if never. */
  lastActiveAt = 0;
  /** True if this user has blocked the logged-in user. */
  hasBlockedMe = false;
  /** True if the logged-in user has blocked this user. */
  blockedByMe = false;
  /** Unix seconds; 0 while the user is active. */
  deactivatedAt = 0;
  /**
   * True if the server did not respond and this is the user as last known. Not enumerable, because
   * it describes the response and not the user.
   */
  readonly isStale!: boolean;

  /**
   * @param user - the UID, or an object with `uid` and any other fields.
   * Throws MISSING_PARAMETERS without a UID.
   */
  constructor(user: string | (Partial<User> & { uid: string })) {
    const fields = isString(user) ? { uid: user } : user;
    this.uid = requiredText(fields?.uid, "new User(): uid");
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined && field !== "uid" && field !== "isStale")
        (this as unknown as JsonObject)[field] = value;
    }
    Object.defineProperty(this, "isStale", { value: fields.isStale === true });
  }
}

// Written out, these methods would take 2% of the bundle.
for (const field of [...USER_FIELDS, "authToken"] as const) {
  const suffix = field.charAt(0).toUpperCase() + field.slice(1);
  Object.assign(User.prototype, {
    [`get${suffix}`](this: User) {
      return this[field] ?? (field === "tags" ? [] : undefined);
    },
    [`set${suffix}`](this: User, value: never) {
      if (field === "metadata") checkJson(value, "user.metadata");
      this[field] = value;
    },
  });
}

/** Creates a User from data of the server or the storage. */
export function toUser(
  json: UserJson,
  extra: { authToken?: string; isStale?: boolean } = {},
): User {
  const { status, ...fields } = structuredCopy(json);
  return new User({ ...fields, ...extra, status: fromWireStatus(status) });
}

/** A deep copy, so that changes by the app do not affect the SDK. */
function structuredCopy(json: UserJson): UserJson {
  return JSON.parse(JSON.stringify(json)) as UserJson;
}
