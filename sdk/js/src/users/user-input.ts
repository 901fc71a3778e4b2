import { checkJson, requiredText } from "../arguments.js";
import { isObject, type JsonObject, pick } from "../json.js";
import type { User } from "./user.js";

/** A User, or a plain object with some of its fields. */
export type UserInput = User | (Partial<User> & { uid: string });

const WRITABLE = ["name", "avatar", "link", "role", "statusMessage", "metadata", "tags"] as const;

/** The UID of a user passed to `method`. Throws MISSING_PARAMETERS if there is none. */
export function requireUid(user: unknown, method: string): string {
  return requiredText(isObject(user) ? user.uid : undefined, `${method}: user.uid`);
}

/**
 * The writable fields that are set, of a user passed to `method`. An empty string removes a field; a
 * name cannot be empty, so an empty name counts as not set. Throws MISSING_PARAMETERS if JSON cannot
 * represent a field.
 */
export function writableFields(user: UserInput, method: string): JsonObject {
  for (const field of WRITABLE) checkJson(user[field], `${method}: user.${field}`);
  return pick(
    user as unknown as JsonObject,
    WRITABLE,
    (value, field) => value !== undefined && (value !== "" || field !== "name"),
  );
}
