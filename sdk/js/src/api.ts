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
 * All that the SDK does. Every promise settles within the timeout of the settings (15 s unless
 * set), and rejects with a {@link ParleyException} only. Besides the codes named at each method it
 * can be NOT_INITIALIZED (COMETCHAT_INITIALIZATION_NOT_DONE on `CometChat`), TIMEOUT, the code of the
 * server, unchanged, or one that says why the server was not reached: FAILED_TO_FETCH (also when
 * something other than a Parley server has answered), HOST_NOT_FOUND, CONNECTION_REFUSED,
 * CERTIFICATE_NOT_TRUSTED, TLS_FAILED, BLOCKED_BY_CSP or FETCH_UNAVAILABLE. The methods may be
 * detached: `const { login } = Parley`.
 */
export interface ParleyApi {
  /**
   * Starts the SDK; the other calls need it. It asks the server nothing itself: the session that
   * the last visit left is checked in the background, and getLoggedinUser() waits for that. A
   * storage of your own that never answers delays it by up to 6 s. May be called again: with the
   * same app, server and storage (your own: the same object) the session and a running login stay.
   * @param appId - the App ID.
   * @param settings - made by {@link AppSettingsBuilder}; must name the server with setHost().
   * @returns true. Rejects with MISSING_PARAMETERS, whose message says what is wrong.
   */
  init(appId: string, settings: AppSettings): Promise<true>;

  /** Whether init() has been done. */
  isInitialized(): boolean;

  /**
   * Logs a user in with an Auth Key. For development: a key in a page can be read by everybody.
   *
   * If this user is logged in already, the session goes on. If somebody else is, their session
   * ends on the server first. A second call for the same user while the first runs joins it.
   * @param uid - the user, who must exist.
   * @param authKey - an API key of the app, of either scope.
   * @returns the user, with its `authToken`. Rejects with MISSING_PARAMETERS, LOGIN_IN_PROGRESS
   * (another identity is being logged in), ERR_UID_NOT_FOUND, ERR_USER_DEACTIVATED,
   * AUTH_ERR_APIKEY_NOT_FOUND, AUTH_ERR_NO_ACCESS (an authOnly key in production),
   * ERR_TOO_MANY_REQUESTS, or USER_NOT_LOGGED_IN if logout() or init() has cancelled it.
   */
  login(uid: string, authKey: string): Promise<User>;
  /**
   * Logs a user in with an auth token that your back end got for it: the way for production.
   *
   * While a login of the same user runs, as in an effect that React's strict mode runs twice, this
   * call joins it: both resolve with one session, and the token that is left over ends on the server.
   * @param authToken - the token, or an object that holds it as `authToken`.
   * @returns the user, with its `authToken`. Rejects with MISSING_PARAMETERS, LOGIN_IN_PROGRESS (a
   * login of another user runs), AUTH_ERR_AUTH_TOKEN_NOT_FOUND (unknown, revoked or logged out), AUTH_ERR_AUTH_TOKEN_EXPIRED,
   * or USER_NOT_LOGGED_IN if logout() or init() has cancelled it.
   */
  login(authToken: string | { readonly authToken: string }): Promise<User>;

  /**
   * Answers who is logged in. Waits for the check of the stored session after init() and for a
   * login that is running.
   * @returns the user, or null. Without an answer from the server it is the user as last seen,
   * with `isStale` true; never a user whose token the server has refused.
   */
  getLoggedinUser(): Promise<User | null>;
  /** The same as {@link ParleyApi.getLoggedinUser | getLoggedinUser()}. */
  getLoggedInUser(): Promise<User | null>;

  /**
   * Logs the user out. When the call returns its promise the session is gone from this device
   * already, and the server is told even if the page goes away. With nobody logged in it resolves
   * as well; a login that is running is cancelled.
   * @returns `{ message: "Logout completed successfully" }`. Rejects only if the server could not
   * be told: the user is logged out here then, and the token lives on until its own limits.
   */
  logout(): Promise<LogoutResult>;

  /**
   * Receives logins and logouts, those in other tabs and those by the server included. May be
   * called before init().
   * @param id - your name for the listener; a second one with the same id replaces the first.
   * Throws MISSING_PARAMETERS.
   */
  addLoginListener(id: string, listener: LoginListener | LoginListenerCallbacks): void;
  /** Removes a listener; an unknown id is ignored. */
  removeLoginListener(id: string): void;

  /**
   * Creates a user. In production do it from your back end, when somebody signs up.
   * @param user - uid (1 to 100 of a-z, 0-9, hyphen, underscore) and name (1 to 100 characters);
   * avatar, link, role, statusMessage, metadata and tags if you like.
   * @param authKey - an API key of the app, of either scope.
   * @returns the new user. Rejects with MISSING_PARAMETERS, ERR_UID_ALREADY_EXISTS,
   * ERR_BAD_REQUEST (`details.fields` says which field), AUTH_ERR_APIKEY_NOT_FOUND.
   */
  createUser(user: UserInput, authKey: string): Promise<User>;

  /**
   * Changes a user: the fields that are set are written, an empty avatar, link or statusMessage
   * is removed, everything else stays.
   * @param authKey - an API key of the app, of either scope.
   * @returns the user after the change. Rejects with MISSING_PARAMETERS, ERR_UID_NOT_FOUND,
   * ERR_BAD_REQUEST, AUTH_ERR_APIKEY_NOT_FOUND.
   */
  updateUser(user: UserInput, authKey: string): Promise<User>;

  /**
   * Changes the logged-in user, as updateUser() does but for the role, which only a key may change.
   * @param user - with the uid of the logged-in user.
   * @returns the user after the change. Rejects with MISSING_PARAMETERS, USER_NOT_LOGGED_IN,
   * ERR_BAD_REQUEST.
   */
  updateCurrentUserDetails(user: UserInput): Promise<User>;

  /**
   * Gets a user of the app.
   * Rejects with MISSING_PARAMETERS, USER_NOT_LOGGED_IN, ERR_UID_NOT_FOUND.
   */
  getUser(uid: string): Promise<User>;

  /**
   * Blocks users: each is offline to the other from then on. Blocking somebody again is a success.
   * @param uids - up to 25.
   * @returns the result per user, by UID. Rejects with EMPTY_USERS_LIST, INVALID_USER_LIST,
   * USER_NOT_LOGGED_IN, ERR_LIMIT_EXCEEDED, ERR_BAD_REQUEST.
   */
  blockUsers(uids: readonly string[]): Promise<BlockResults>;

  /**
   * Unblocks users. Of somebody who is not blocked there is nothing to undo, and that is a success.
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
   * Opens the realtime connection, and keeps it open: when it is lost, it is dialled again with
   * growing pauses, and at once when the device is online again or the page is looked at. Only
   * needed after disconnect(), or with autoEstablishSocketConnection(false); then after each login.
   *
   * Where the browser has Web Locks (on https and localhost), one tab holds the connection and the
   * others receive its events. In Node an open connection keeps the process alive.
   * @returns when the connection is open. Rejects with USER_NOT_LOGGED_IN, WEBSOCKET_UNAVAILABLE
   * (Node before version 22, see setWebSocket()), CONNECTION_FAILED (disconnect() was called
   * meanwhile), or TIMEOUT; after a TIMEOUT the attempts go on.
   */
  connect(): Promise<void>;

  /**
   * Closes the realtime connection of this tab, until connect() or the next login after a logout.
   * The user stays logged in.
   */
  disconnect(): Promise<void>;

  /** How the realtime connection is: one of CONNECTION_STATUS; `disconnected` before init(). */
  getConnectionStatus(): ConnectionStatus;

  /**
   * Receives each change of the realtime connection, once. May be called before init(), and stays for
   * every later connection.
   * @param id - your name for the listener; a second one with the same id replaces the first.
   * Throws MISSING_PARAMETERS.
   */
  addConnectionListener(
    id: string,
    listener: ConnectionListener | ConnectionListenerCallbacks,
  ): void;
  /** Removes a listener; an unknown id is ignored. */
  removeConnectionListener(id: string): void;

  /**
   * Receives events about users: who goes online and offline, as far as the settings subscribe to it
   * (subscribePresenceForAllUsers(), ...ForRoles(), ...ForFriends()), and what concerns the
   * logged-in user. May be called before init(), and stays for every later connection.
   * @param id - your name for the listener; a second one with the same id replaces the first.
   * Throws MISSING_PARAMETERS.
   */
  addUserListener(id: string, listener: UserListener | UserListenerCallbacks): void;
  /** Removes a listener; an unknown id is ignored. */
  removeUserListener(id: string): void;

  /**
   * Lists the devices that the user is logged in on: up to 100, newest first.
   * Rejects with USER_NOT_LOGGED_IN.
   */
  getSessions(): Promise<DeviceSession[]>;

  /**
   * Logs one device out. Use logout() for this one.
   * @param id - of a session that getSessions() listed. Rejects with MISSING_PARAMETERS,
   * USER_NOT_LOGGED_IN, ERR_AUTH_TOKEN_NOT_FOUND (it has ended already).
   */
  endSession(id: string): Promise<void>;

  /** Logs all other devices of the user out. Rejects with USER_NOT_LOGGED_IN. */
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
