/**
 * Codes of a {@link ParleyException} that the SDK itself creates. All other codes come from the
 * server, unchanged.
 */
export const ErrorCode = {
  /** A required argument is missing, empty or of the wrong type. */
  MISSING_PARAMETERS: "MISSING_PARAMETERS",
  /** init() was not called or failed. */
  NOT_INITIALIZED: "NOT_INITIALIZED",
  /** The code for NOT_INITIALIZED on the `CometChat` alias. */
  COMETCHAT_INITIALIZATION_NOT_DONE: "COMETCHAT_INITIALIZATION_NOT_DONE",
  /** login() was called while a login of another user was running. */
  LOGIN_IN_PROGRESS: "LOGIN_IN_PROGRESS",
  /** The call needs a logged-in user. */
  USER_NOT_LOGGED_IN: "USER_NOT_LOGGED_IN",
  /**
   * The server could not be reached, or something other than a Parley server responded. Browsers
   * and React Native give no reason; on other platforms, the next four codes do.
   */
  FAILED_TO_FETCH: "FAILED_TO_FETCH",
  /** The host name of the server cannot be resolved. */
  HOST_NOT_FOUND: "HOST_NOT_FOUND",
  /** Nothing is listening at the address of the server. */
  CONNECTION_REFUSED: "CONNECTION_REFUSED",
  /** The certificate of the server is self-signed, expired or for another host name. */
  CERTIFICATE_NOT_TRUSTED: "CERTIFICATE_NOT_TRUSTED",
  /** No TLS connection could be opened, for example because the server uses plain http. */
  TLS_FAILED: "TLS_FAILED",
  /** The Content-Security-Policy of the page blocks calls to the server. */
  BLOCKED_BY_CSP: "BLOCKED_BY_CSP",
  /** There is no fetch(), as in Node before version 18. */
  FETCH_UNAVAILABLE: "FETCH_UNAVAILABLE",
  /** The call took longer than the timeout of the settings. */
  TIMEOUT: "TIMEOUT",
  /** The realtime connection was refused, lost or closed. */
  CONNECTION_FAILED: "CONNECTION_FAILED",
  /** There is no WebSocket class for the realtime connection; see setWebSocket(). */
  WEBSOCKET_UNAVAILABLE: "WEBSOCKET_UNAVAILABLE",
  /** A list of UIDs is empty. */
  EMPTY_USERS_LIST: "EMPTY_USERS_LIST",
  /** A list of UIDs contains something other than non-empty strings. */
  INVALID_USER_LIST: "INVALID_USER_LIST",
  /** A request builder was used without setLimit(), or with a limit below 1. */
  SET_LIMIT_IS_COMPULSORY: "SET_LIMIT_IS_COMPULSORY",
  /** setLimit() was called with more than 100. */
  ERROR_SET_LIMIT_EXCEEDED: "ERROR_SET_LIMIT_EXCEEDED",
  /** setStatus() was called with a value other than online or offline. */
  INVALID_STATUS_VALUE: "INVALID_STATUS_VALUE",
  /** setDirection() was called with a value that is not in BlockedUsersRequest.directions. */
  INVALID_DIRECTION_VALUE: "INVALID_DIRECTION_VALUE",
} as const;

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];
