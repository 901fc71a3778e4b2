import type { ParleyException } from "../errors/parley-exception.js";
import { serverError } from "../errors/server-error.js";
import { isObject, type JsonObject, parseJson } from "../json.js";
import type { LogoutReason } from "../session/login-listener.js";
import { parseUser, type UserJson } from "../users/user-json.js";
import { isUserAction, type UserAction } from "../users/user-listeners.js";

/** A message from the server, as far as the SDK understands it. */
export type Frame =
  | { readonly type: "accepted" }
  | { readonly type: "refused"; readonly error: ParleyException }
  | { readonly type: "user"; readonly action: UserAction; readonly user: UserJson }
  | { readonly type: "ended"; readonly reason: LogoutReason }
  | { readonly type: "resync" }
  | { readonly type: "error"; readonly error: ParleyException };

const REASONS: readonly unknown[] = [
  "logout",
  "revoked",
  "expired",
  "deactivated",
  "deleted",
  "limit",
] satisfies LogoutReason[];

/** Parses a frame; null for frames without meaning for the SDK, such as pongs, and invalid ones. */
export function parseFrame(data: unknown): Frame | null {
  const frame = parseJson(data);
  const body = isObject(frame) ? frame.body : null;
  if (!isObject(frame) || !isObject(body)) return null;
  switch (frame.type) {
    case "auth":
      if (body.code === "200") return { type: "accepted" };
      return { type: "refused", error: serverError(isObject(body.error) ? body.error : {}) };
    case "presence":
    case "user":
      return parseUserFrame(body);
    case "session":
      return body.action === "ended" ? { type: "ended", reason: reasonOf(body.reason) } : null;
    case "resync":
      return { type: "resync" };
    case "error":
      return { type: "error", error: serverError(body) };
    default:
      return null;
  }
}

function parseUserFrame({ action, user }: JsonObject): Frame | null {
  const json = parseUser(user);
  return json && isUserAction(action) ? { type: "user", action, user: json } : null;
}

function reasonOf(reason: unknown): LogoutReason {
  return REASONS.includes(reason) ? (reason as LogoutReason) : "revoked";
}
