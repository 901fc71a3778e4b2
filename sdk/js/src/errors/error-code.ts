/**
 * Codes that the SDK itself gives to a {@link ParleyException}. Every other code comes from the
 * server, unchanged.
 */
export const ErrorCode = {
  /** A required argument is absent, empty or of the wrong type. */
  MISSING_PARAMETERS: "MISSING_PARAMETERS",
  /** init() was not called, or has failed. */
  NOT_INITIALIZED: "NOT_INITIALIZED",
  /** What NOT_INITIALIZED is called on the `CometChat` alias. */
  COMETCHAT_INITIALIZATION_NOT_DONE: "COMETCHAT_INITIALIZATION_NOT_DONE",
  /** login() was called while a login of another user runs. */
  LOGIN_IN_PROGRESS: "LOGIN_IN_PROGRESS",
  /** The call needs a logged-in user. */
  USER_NOT_LOGGED_IN: "USER_NOT_LOGGED_IN",
  /**
   * The server could not be reached, or what answered is not a Parley server. Browsers and React
   * Native tell no reason; elsewhere the next four codes do.
   */
  FAILED_TO_FETCH: "FAILED_TO_FETCH",
  /** The host name of the server cannot be resolved. */
  HOST_NOT_FOUND: "HOST_NOT_FOUND",
  /** Nothing listens at the address of the server. */
  CONNECTION_REFUSED: "CONNECTION_REFUSED",
  /** The certificate of the server is self-signed, out of date, or for another name. */
  CERTIFICATE_NOT_TRUSTED: "CERTIFICATE_NOT_TRUSTED",
  /** No encrypted connection came about, for example because the server speaks http there. */
  TLS_FAILED: "TLS_FAILED",
  /** The Content-Security-Policy of the page forbids calls to the server. */
  BLOCKED_BY_CSP: "BLOCKED_BY_CSP",
  /** There is no fetch(), as in Node before version 18. */
  FETCH_UNAVAILABLE: "FETCH_UNAVAILABLE",
  /** The call took longer than the timeout of the settings. */
  TIMEOUT: "TIMEOUT",
  /** The realtime connection was refused or lost, or there is none any more. */
  CONNECTION_FAILED: "CONNECTION_FAILED",
  /** The realtime connection needs a WebSocket, and there is none; see setWebSocket(). */
  WEBSOCKET_UNAVAILABLE: "WEBSOCKET_UNAVAILABLE",
  /** A list of UIDs is empty. */
  EMPTY_USERS_LIST: "EMPTY_USERS_LIST",
  /** A list of UIDs holds something that is no UID. */
  INVALID_USER_LIST: "INVALID_USER_LIST",
  /** A request builder was used without setLimit(), or with a limit below 1. */
  SET_LIMIT_IS_COMPULSORY: "SET_LIMIT_IS_COMPULSORY",
  /** setLimit() was given more than 100. */
  ERROR_SET_LIMIT_EXCEEDED: "ERROR_SET_LIMIT_EXCEEDED",
  /** setStatus() was given something other than online or offline. */
  INVALID_STATUS_VALUE: "INVALID_STATUS_VALUE",
  /** setDirection() was given something other than one of BlockedUsersRequest.directions. */
  INVALID_DIRECTION_VALUE: "INVALID_DIRECTION_VALUE",
} as const;

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];
