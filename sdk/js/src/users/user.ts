import type { JsonObject } from "../json.js";
import { requiredText } from "../required-text.js";
import type { UserJson } from "./user-json.js";
import { fromWireStatus, type UserStatus } from "./user-status.js";

/**
 * A user of the app. Fields may be read and set directly or by their getters and setters; changes
 * reach the server with createUser(), updateUser() or updateCurrentUserDetails().
 */
export class User {
  /** 1 to 100 of a-z, 0-9, hyphen and underscore; never changes. */
  uid: string;
  /** 1 to 100 characters. */
  name = "";
  /** The token of the session; only on the logged-in user. */
  authToken?: string;
  /** http or https address of a picture, up to 3000 characters. */
  avatar?: string;
  /** http or https address of the profile page, up to 3000 characters. */
  link?: string;
  /** `online` or `offline`. */
  status: UserStatus = "offline";
  statusMessage?: string;
  /** Id of the role; the server gives `default` to users without one. */
  role?: string;
  /** Your own data, up to 5 KB of JSON. */
  metadata?: JsonObject;
  /** Up to 25 of up to 100 characters; in lists only after withTags(true). */
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
   * True if the server could not be asked, so that this is the user as last seen. Not enumerable:
   * it says something of the answer, not of the user.
   */
  readonly isStale!: boolean;

  /**
   * @param user - the UID, or an object with `uid` and any other fields.
   * Throws MISSING_PARAMETERS without a UID.
   */
  constructor(user: string | (Partial<User> & { uid: string })) {
    const fields = typeof user === "string" ? { uid: user } : user;
    this.uid = requiredText(fields?.uid, "new User() needs a UID.");
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined && field !== "uid" && field !== "isStale")
        Object.assign(this, { [field]: value });
    }
    Object.defineProperty(this, "isStale", { value: fields.isStale === true });
  }

  getUid(): string {
    return this.uid;
  }

  setUid(uid: string): void {
    this.uid = uid;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getAuthToken(): string | undefined {
    return this.authToken;
  }

  setAuthToken(authToken: string): void {
    this.authToken = authToken;
  }

  getAvatar(): string | undefined {
    return this.avatar;
  }

  /** Sets the picture; an empty string removes it at the next update. */
  setAvatar(avatar: string): void {
    this.avatar = avatar;
  }

  getLink(): string | undefined {
    return this.link;
  }

  /** Sets the address of the profile page; an empty string removes it at the next update. */
  setLink(link: string): void {
    this.link = link;
  }

  getStatus(): UserStatus {
    return this.status;
  }

  setStatus(status: UserStatus): void {
    this.status = status;
  }

  getStatusMessage(): string | undefined {
    return this.statusMessage;
  }

  /** Sets the status message; an empty string removes it at the next update. */
  setStatusMessage(statusMessage: string): void {
    this.statusMessage = statusMessage;
  }

  getRole(): string | undefined {
    return this.role;
  }

  setRole(role: string): void {
    this.role = role;
  }

  getMetadata(): JsonObject | undefined {
    return this.metadata;
  }

  setMetadata(metadata: JsonObject): void {
    this.metadata = metadata;
  }

  getTags(): string[] {
    return this.tags ?? [];
  }

  setTags(tags: string[]): void {
    this.tags = tags;
  }

  getLastActiveAt(): number {
    return this.lastActiveAt;
  }

  setLastActiveAt(lastActiveAt: number): void {
    this.lastActiveAt = lastActiveAt;
  }

  getHasBlockedMe(): boolean {
    return this.hasBlockedMe;
  }

  setHasBlockedMe(hasBlockedMe: boolean): void {
    this.hasBlockedMe = hasBlockedMe;
  }

  getBlockedByMe(): boolean {
    return this.blockedByMe;
  }

  setBlockedByMe(blockedByMe: boolean): void {
    this.blockedByMe = blockedByMe;
  }

  getDeactivatedAt(): number {
    return this.deactivatedAt;
  }

  setDeactivatedAt(deactivatedAt: number): void {
    this.deactivatedAt = deactivatedAt;
  }
}

/** Makes a User of what the server sent or the storage kept. */
export function toUser(
  json: UserJson,
  extra: { authToken?: string; isStale?: boolean } = {},
): User {
  const { status, ...fields } = structuredCopy(json);
  return new User({ ...fields, ...extra, status: fromWireStatus(status) });
}

/** A copy that the app may change without changing what the SDK keeps. */
function structuredCopy(json: UserJson): UserJson {
  return JSON.parse(JSON.stringify(json)) as UserJson;
}
