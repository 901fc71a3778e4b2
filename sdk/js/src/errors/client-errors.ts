import { ErrorCode } from "./error-code.js";
import { ParleyException, type ErrorDetails } from "./parley-exception.js";

/** The exceptions that the SDK creates itself. Each message says what to do. */

export function missingParameter(message: string): ParleyException {
  return new ParleyException(ErrorCode.MISSING_PARAMETERS, message);
}

export function notInitialized(code: string): ParleyException {
  return new ParleyException(code, "Call init() and wait for it before any other call.");
}

export function loginInProgress(): ParleyException {
  return new ParleyException(
    ErrorCode.LOGIN_IN_PROGRESS,
    "Another login is running. Wait for it, or call logout().",
  );
}

export function notLoggedIn(): ParleyException {
  return new ParleyException(
    ErrorCode.USER_NOT_LOGGED_IN,
    "Nobody is logged in. Call login() first.",
  );
}

export function loginCancelled(why: string): ParleyException {
  return new ParleyException(ErrorCode.USER_NOT_LOGGED_IN, `The login was cancelled: ${why}.`);
}

export function timedOut(limitMs: number): ParleyException {
  return new ParleyException(
    ErrorCode.TIMEOUT,
    `No response within ${limitMs} ms. Check the network and the server, or raise setTimeout().`,
  );
}

export function failedToFetch(message: string, details?: ErrorDetails): ParleyException {
  return new ParleyException(ErrorCode.FAILED_TO_FETCH, message, details);
}

export function tokenProviderFailed(): ParleyException {
  return failedToFetch("The session has ended and the token provider failed. Call login().");
}

export function fetchMissing(): ParleyException {
  return new ParleyException(
    ErrorCode.FETCH_UNAVAILABLE,
    "There is no fetch(). Use Node 18 or later, or a polyfill.",
  );
}

export function blockedByPolicy(url: string, cause: unknown): ParleyException {
  return new ParleyException(
    ErrorCode.BLOCKED_BY_CSP,
    `The Content-Security-Policy of this page blocks ${url}. Add the server to connect-src, ` +
      "with https:// and wss://.",
    { platformError: String(cause) },
    cause,
  );
}

export function connectionFailed(what: string, url: string): ParleyException {
  return new ParleyException(
    ErrorCode.CONNECTION_FAILED,
    `${what}: ${url}. The SDK will retry. If this persists, check the server, proxies and the ` +
      "Content-Security-Policy.",
  );
}

export function connectionClosed(why: string): ParleyException {
  return new ParleyException(ErrorCode.CONNECTION_FAILED, `There is no connection: ${why}.`);
}

export function webSocketMissing(): ParleyException {
  return new ParleyException(
    ErrorCode.WEBSOCKET_UNAVAILABLE,
    "There is no WebSocket. Use Node 22 or later, or setWebSocket() with the package ws.",
  );
}
