import type { ParleyException } from "../errors/parley-exception.js";
import type { LogoutReason } from "./login-listener.js";

/** Codes that mean "this token is dead" whatever was asked. */
const ON_ANY_CALL: Readonly<Record<string, LogoutReason>> = {
  AUTH_ERR_AUTH_TOKEN_NOT_FOUND: "revoked",
  AUTH_ERR_AUTH_TOKEN_EXPIRED: "expired",
  AUTH_ERR_INVALID_APPID: "revoked",
};

/** Codes that mean it only where the call was about the caller: elsewhere they name other users. */
const ON_OWN_CALL: Readonly<Record<string, LogoutReason>> = {
  ERR_UID_NOT_FOUND: "deleted",
  ERR_USER_DEACTIVATED: "deactivated",
};

/**
 * Tells from an error why the session has ended, or null if it may still live (no network, a
 * broken proxy, a server in trouble, a refused argument).
 * @param own - true if the call was to /me.
 */
export function sessionEndReason(error: unknown, own: boolean): LogoutReason | null {
  const code = (error as Partial<ParleyException> | null)?.code ?? "";
  return ON_ANY_CALL[code] ?? (own ? ON_OWN_CALL[code] : undefined) ?? null;
}
