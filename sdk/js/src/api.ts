import type { BLOCK_DIRECTIONS } from "./blocking/block-direction.js";
import type { BlockedUsersRequestBuilder } from "./blocking/blocked-users-request-builder.js";
import type { BlockResults } from "./blocking/blocking-api.js";
import type {
  ConnectionListener,
  ConnectionListenerCallbacks,
} from "./connection/connection-listener.js";
import type { CONNECTION_STATUS, ConnectionStatus } from "./connection/connection-status.js";
import type { DeviceSession } from "./devices/device-session.js";
import type { ErrorCode } from "./errors/error-code.js";
import type { ParleyException } from "./errors/parley-exception.js";
import type { LoginListener, LoginListenerCallbacks } from "./session/login-listener.js";
import type { LogoutResult } from "./session/logout-service.js";
import type { AppSettings } from "./settings/app-settings.js";
import type { AppSettingsBuilder } from "./settings/app-settings-builder.js";
import type { StorageMode } from "./storage/storage-mode.js";
import type { UserInput } from "./users/user-input.js";
import type { UserListener, UserListenerCallbacks } from "./users/user-listener.js";
import type { USER_STATUS } from "./users/user-status.js";
import type { User } from "./users/user.js";
import type { UsersRequestBuilder } from "./users/users-request-builder.js";

/**
 * The API of the SDK. Every promise settles within the timeout of the settings (15 s by default)
 * and rejects only with a {@link ParleyException}. Each method lists its own error codes. In
 * addition, every call can reject with NOT_INITIALIZED (COMETCHAT_INITIALIZATION_NOT_DONE on
 * `CometChat`), TIMEOUT, a code from the server, unchanged, or a code for a server that could not
 * be reached: FAILED_TO_FETCH (also if something other than a Parley server responded),
 * HOST_NOT_FOUND, CONNECTION_REFUSED, CERTIFICATE_NOT_TRUSTED, TLS_FAILED, BLOCKED_BY_CSP or
 * FETCH_UNAVAILABLE. The methods do not depend on `this`: `const { login } = Parley` works.
 */
export interface ParleyApi {
  /**
   * Starts the SDK. Call it before all other methods. It does not wait for the server: the session
   * stored by the last visit is checked in the background, and getLoggedinUser() waits for that
   * check. A custom storage that never responds delays it by up to 6 s. May be called again: with
   * the same app, server and storage (for a custom storage, the same object), the session and a
   * running login are kept.
   * @param appId - the App ID.
   * @param settings - the result of {@link AppSettingsBuilder}.build(); must set the server with
   * setHost().
   * @returns true. Rejects with MISSING_PARAMETERS; the message says what is wrong.
   */
  init(appId: string, settings: AppSettings): Promise<true>;

  /** Whether init() has completed. */
  isInitialized(): boolean;

  /**
   * Logs a user in with an Auth Key. For development only: anyone can read a key in a page.
   *
   * If this user is already logged in, the session continues. If another user is logged in, their
   * session is ended on the server first. A second call for the same user while the first is
   * running joins it.
   * @param uid - the user, who must exist.
   * @param authKey - an API key of the app, of either scope.
   * @returns the user, with its `authToken`. Rejects with MISSING_PARAMETERS, LOGIN_IN_PROGRESS (a
   * login of another user is running), ERR_UID_NOT_FOUND, ERR_USER_DEACTIVATED,
   * AUTH_ERR_APIKEY_NOT_FOUND, AUTH_ERR_NO_ACCESS (an authOnly key in production),
   * ERR_TOO_MANY_REQUESTS, or USER_NOT_LOGGED_IN if logout() or init() cancelled it.
   */
  login(uid: string, authKey: string): Promise<User>;
  /**
   * Logs a user in with an auth token that your back end created. Use this in production.
   *
   * If a login of the same user is running, for example in an effect that React's strict mode runs
   * twice, this call joins it: both resolve with one session, and the spare token is ended on the
   * server.
   * @param authToken - the token, or an object with the token as `authToken`.
   * @returns the user, with its `authToken`. Rejects with MISSING_PARAMETERS, LOGIN_IN_PROGRESS (a
   * login of another user is running), AUTH_ERR_AUTH_TOKEN_NOT_FOUND (unknown, revoked or logged
   * out), AUTH_ERR_AUTH_TOKEN_EXPIRED, or USER_NOT_LOGGED_IN if logout() or init() cancelled it.
   */
  login(authToken: string | { readonly authToken: string }): Promise<User>;

  /**
   * Returns the logged-in user. Waits for a running login and, after init(), for the check of the
   * stored session.
   * @returns the user, or null if nobody is logged in. If the server did not respond, the user as
   * last known, with `isStale` true. Never a user whose token the server has refused.
   */
  getLoggedinUser(): Promise<User | null>;
  /** The same as {@link ParleyApi.getLoggedinUser | getLoggedinUser()}. */
  getLoggedInUser(): Promise<User | null>;

  /**
   * Logs the user out. The session is removed from this device before the call returns its promise,
   * and the server is notified even if the page is closed. Cancels a running login. Also resolves
   * if nobody is logged in.
   * @returns `{ message: "Logout completed successfully" }`. Rejects only if the server could not
   * be notified: the user is logged out on this device, but the token stays valid until it expires.
   */
  logout(): Promise<LogoutResult>;

  /**
   * Adds a listener for logins and logouts, including those in other tabs and those by the server.
   * May be called before init().
   * @param id - your id for the listener; a second listener with the same id replaces the first.
   * @param listener - with at least one of the methods. Throws MISSING_PARAMETERS.
   */
  addLoginListener(id: string, listener: LoginListener | LoginListenerCallbacks): void;
  /** Removes a listener; an unknown id is ignored. */
  removeLoginListener(id: string): void;

  /**
   * Creates a user. In production, do this in your back end when someone signs up.
   * @param user - uid (1 to 100 of a-z, 0-9, hyphen, underscore) and name (1 to 100 characters);
   * optionally avatar, link, role, statusMessage, metadata and tags.
   * @param authKey - an API key of the app, of either scope.
   * @returns the new user. Rejects with MISSING_PARAMETERS, ERR_UID_ALREADY_EXISTS,
   * ERR_BAD_REQUEST (`details.fields` says which field), AUTH_ERR_APIKEY_NOT_FOUND.
   */
  createUser(user: UserInput, authKey: string): Promise<User>;

  /**
   * Updates a user. Writes the fields that are set, removes an avatar, link or statusMessage that
   * is an empty string, and leaves all other fields unchanged.
   * @param authKey - an API key of the app, of either scope.
   * @returns the updated user. Rejects with MISSING_PARAMETERS, ERR_UID_NOT_FOUND, ERR_BAD_REQUEST,
   * AUTH_ERR_APIKEY_NOT_FOUND.
   */
  updateUser(user: UserInput, authKey: string): Promise<User>;

  /**
   * Updates the logged-in user, like updateUser(), except for the role, which requires a key.
   * @param user - with the uid of the logged-in user.
   * @returns the updated user. Rejects with MISSING_PARAMETERS, USER_NOT_LOGGED_IN,
   * ERR_BAD_REQUEST.
   */
  updateCurrentUserDetails(user: UserInput): Promise<User>;

  /**
   * Gets a user of the app.
   * Rejects with MISSING_PARAMETERS, USER_NOT_LOGGED_IN, ERR_UID_NOT_FOUND.
   */
  getUser(uid: string): Promise<User>;

  /**
   * Blocks users: each appears offline to the other from then on. Blocking a user again succeeds.
   * @param uids - up to 25.
   * @returns the result per user, by UID. Rejects with EMPTY_USERS_LIST, INVALID_USER_LIST,
   * USER_NOT_LOGGED_IN, ERR_LIMIT_EXCEEDED, ERR_BAD_REQUEST.
   */
  blockUsers(uids: readonly string[]): Promise<BlockResults>;

  /**
   * Unblocks users. Unblocking a user who is not blocked succeeds.
   * @param uids - up to 25.
   * @returns the result per user, by UID. Rejects as blockUsers() does.
   */
  unblockUsers(uids: readonly string[]): Promise<BlockResults>;

  /**
   * Counts the users of the app who are online now.
   * Rejects with USER_NOT_LOGGED_IN.
   */
  getOnlineUserCount(): Promise<number>;

  /**
   * Opens the realtime connection and keeps it open. If it is lost, it is reopened with increasing
   * delays, or immediately when the device comes online or the page becomes visible. Only needed
   * after disconnect() or, with autoEstablishSocketConnection(false), after each login.
   *
   * If the browser supports Web Locks (on https and localhost), one tab holds the connection and
   * the others receive its events. In Node, an open connection keeps the process alive.
   * @returns when the connection is open. Rejects with USER_NOT_LOGGED_IN, WEBSOCKET_UNAVAILABLE
   * (Node before version 22, see setWebSocket()), CONNECTION_FAILED (disconnect() was called
   * meanwhile), or TIMEOUT; after a TIMEOUT, attempts continue.
   */
  connect(): Promise<void>;

  /**
   * Closes the realtime connection of this tab until connect() or the next login after a logout.
   * The user stays logged in.
   */
  disconnect(): Promise<void>;

  /**
   * The state of the realtime connection, one of CONNECTION_STATUS; `disconnected` before init().
   */
  getConnectionStatus(): ConnectionStatus;

  /**
   * Adds a listener for state changes of the realtime connection. May be called before init().
   * Applies to all later connections.
   * @param id - your id for the listener; a second listener with the same id replaces the first.
   * @param listener - with at least one of the methods. Throws MISSING_PARAMETERS.
   */
  addConnectionListener(
    id: string,
    listener: ConnectionListener | ConnectionListenerCallbacks,
  ): void;
  /** Removes a listener; an unknown id is ignored. */
  removeConnectionListener(id: string): void;

  /**
   * Adds a listener for events about users: presence, as far as the settings subscribe to it
   * (subscribePresenceForAllUsers(), ...ForRoles(), ...ForFriends()), and changes of the logged-in
   * user and its blocks. May be called before init(). Applies to all later connections.
   * @param id - your id for the listener; a second listener with the same id replaces the first.
   * @param listener - with at least one of the methods. Throws MISSING_PARAMETERS.
   */
  addUserListener(id: string, listener: UserListener | UserListenerCallbacks): void;
  /** Removes a listener; an unknown id is ignored. */
  removeUserListener(id: string): void;

  /**
   * Returns a new JSON Web Token of the session, with which your own back end verifies who the user
   * is: send it in the `Authorization` header of your calls, and verify it there with the public keys
   * of the server. It is valid for at most 24 hours, never longer than the session, and also after
   * logout(). Every call asks the server for a new one.
   * @returns the token, `header.payload.signature`. Rejects with USER_NOT_LOGGED_IN.
   */
  getJwt(): Promise<string>;

  /**
   * Lists up to 100 sessions of the user, newest first.
   * Rejects with USER_NOT_LOGGED_IN.
   */
  getSessions(): Promise<DeviceSession[]>;

  /**
   * Ends one session, which logs that device out. Use logout() for the current session.
   * @param id - the id of a session from getSessions(). Rejects with MISSING_PARAMETERS,
   * USER_NOT_LOGGED_IN, ERR_AUTH_TOKEN_NOT_FOUND (it has ended already).
   */
  endSession(id: string): Promise<void>;

  /** Ends all other sessions of the user. Rejects with USER_NOT_LOGGED_IN. */
  endOtherSessions(): Promise<void>;

  readonly AppSettingsBuilder: typeof AppSettingsBuilder;
  readonly StorageMode: typeof StorageMode;
  readonly User: typeof User;
  readonly USER_STATUS: typeof USER_STATUS;
  readonly UsersRequestBuilder: new () => UsersRequestBuilder;
  readonly BlockedUsersRequest: { readonly directions: typeof BLOCK_DIRECTIONS };
  readonly BlockedUsersRequestBuilder: new () => BlockedUsersRequestBuilder;
  readonly LoginListener: typeof LoginListener;
  readonly UserListener: typeof UserListener;
  readonly ConnectionListener: typeof ConnectionListener;
  readonly CONNECTION_STATUS: typeof CONNECTION_STATUS;
  readonly ParleyException: typeof ParleyException;
  /** The same class as ParleyException. */
  readonly CometChatException: typeof ParleyException;
  readonly ErrorCode: typeof ErrorCode;
}
