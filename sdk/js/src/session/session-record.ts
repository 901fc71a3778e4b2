import { isObject, isString, parseJson } from "../json.js";
import { parseUser, type UserJson } from "../users/user-json.js";

/** A logged-in user and its auth token. */
export interface SessionRecord {
  readonly token: string;
  readonly user: UserJson;
}

/**
 * Parses a stored session. Null if it is damaged or belongs to another server: a token is never
 * sent to a host that did not issue it.
 */
export function parseRecord(text: unknown, host: string): SessionRecord | null {
  const record = parseJson(text);
  const user = isObject(record) ? parseUser(record.user) : null;
  if (!isObject(record) || !user || record.host !== host) return null;
  return isString(record.token) && record.token ? { token: record.token, user } : null;
}

export function writeRecord(record: SessionRecord, host: string): string {
  return JSON.stringify({ host, token: record.token, user: record.user });
}
