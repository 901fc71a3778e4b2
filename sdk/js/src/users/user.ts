import type { JsonObject } from "../json.js";
import { requiredText } from "../required-text.js";
import type { UserJson } from "./user-json.js";
import { fromWireStatus, type UserStatus } from "./user-status.js";

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
  /** `online` or `offline`. */
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

  /** Sets the picture. An empty string removes it with the next update. */
  setAvatar(avatar: string): void {
    this.avatar = avatar;
  }

  getLink(): string | undefined {
    return this.link;
  }

  /** Sets the URL of the profile page. An empty string removes it with the next update. */
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

  /** Sets the status message. An empty string removes it with the next update. */
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
