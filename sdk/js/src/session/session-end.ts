import type { ParleyException } from "../errors/parley-exception.js";
import type { LogoutReason } from "./login-listener.js";

const REASONS: Readonly<Record<string, LogoutReason>> = {
  AUTH_ERR_AUTH_TOKEN_NOT_FOUND: "revoked",
  AUTH_ERR_AUTH_TOKEN_EXPIRED: "expired",
  AUTH_ERR_INVALID_APPID: "revoked",
};

/**
 * Returns why the session ended, according to an error; null if it may still be alive (no network,
 * a broken proxy, a server in trouble, a refused argument).
 */
export function sessionEndReason(error: unknown): LogoutReason | null {
  return REASONS[(error as Partial<ParleyException> | null)?.code ?? ""] ?? null;
}
