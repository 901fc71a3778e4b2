// The names alone, since the values are the same: the bundle contains each only once.
const NAMES = {
  /** A required argument is missing, empty or of the wrong type. */
  MISSING_PARAMETERS: 0,
  /** init() was not called or failed. */
  NOT_INITIALIZED: 0,
  /** The code for NOT_INITIALIZED on the `CometChat` alias. */
  COMETCHAT_INITIALIZATION_NOT_DONE: 0,
  /** login() was called while a login of another user was running. */
  LOGIN_IN_PROGRESS: 0,
  /** The call needs a logged-in user. */
  USER_NOT_LOGGED_IN: 0,
  /**
   * The server could not be reached, or something other than a Parley server responded. Browsers
   * and React Native give no reason; on other platforms, the next four codes do.
   */
  FAILED_TO_FETCH: 0,
  /** The host name of the server cannot be resolved. */
  HOST_NOT_FOUND: 0,
  /** Nothing is listening at the address of the server. */
  CONNECTION_REFUSED: 0,
  /** The certificate of the server is self-signed, expired or for another host name. */
  CERTIFICATE_NOT_TRUSTED: 0,
  /** No TLS connection could be opened, for example because the server uses plain http. */
  TLS_FAILED: 0,
  /** The Content-Security-Policy of the page blocks calls to the server. */
  BLOCKED_BY_CSP: 0,
  /** There is no fetch(), as in Node before version 18. */
  FETCH_UNAVAILABLE: 0,
  /** The call took longer than the timeout of the settings. */
  TIMEOUT: 0,
  /** The realtime connection was refused, lost or closed. */
  CONNECTION_FAILED: 0,
  /** There is no WebSocket class for the realtime connection; see setWebSocket(). */
  WEBSOCKET_UNAVAILABLE: 0,
  /** A list of UIDs is empty. */
  EMPTY_USERS_LIST: 0,
  /** A list of UIDs contains something other than non-empty strings. */
  INVALID_USER_LIST: 0,
  /** A request builder was used without setLimit(), or with a limit below 1. */
  SET_LIMIT_IS_COMPULSORY: 0,
  /** setLimit() was called with more than 100. */
  ERROR_SET_LIMIT_EXCEEDED: 0,
  /** setStatus() was called with a value other than online or offline. */
  INVALID_STATUS_VALUE: 0,
  /** setDirection() was called with a value that is not in BlockedUsersRequest.directions. */
  INVALID_DIRECTION_VALUE: 0,
};

/**
 * Codes of a {@link ParleyException} that the SDK itself creates. All other codes come from the
 * server, unchanged.
 */
export const ErrorCode = Object.fromEntries(Object.keys(NAMES).map((name) => [name, name])) as {
  readonly [Name in keyof typeof NAMES]: Name;
};

export type ErrorCode = keyof typeof ErrorCode;
