import { requiredText } from "../arguments.js";
import { isObject, type JsonObject } from "../json.js";
import type { User } from "./user.js";

/** A User, or a plain object with some of its fields. */
export type UserInput = User | (Partial<User> & { uid: string });

const WRITABLE = ["name", "avatar", "link", "role", "statusMessage", "metadata", "tags"] as const;

/** The UID of a user passed to `method`. Throws MISSING_PARAMETERS if there is none. */
export function requireUid(user: unknown, method: string): string {
  return requiredText(isObject(user) ? user.uid : undefined, `${method}: user.uid`);
}

/**
 * The writable fields that are set. An empty string removes a field; a name cannot be empty, so an
 * empty name counts as not set.
 */
export function writableFields(user: UserInput): JsonObject {
  const set = WRITABLE.filter((field) => user[field] !== undefined);
  const fields = Object.fromEntries(set.map((field) => [field, user[field]]));
  if (fields.name === "") delete fields.name;
  return fields;
}
