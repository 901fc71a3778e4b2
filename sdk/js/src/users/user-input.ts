import { isObject, type JsonObject } from "../json.js";
import { requiredText } from "../required-text.js";
import type { User } from "./user.js";

/** A User, or a plain object with some of its fields. */
export type UserInput = User | (Partial<User> & { uid: string });

const WRITABLE = ["name", "avatar", "link", "role", "statusMessage", "metadata", "tags"] as const;

/** The UID of what an app passed as a user. Throws MISSING_PARAMETERS if there is none. */
export function requireUid(user: unknown, call: string): string {
  return requiredText(isObject(user) ? user.uid : user, `${call} needs a UID.`);
}

/**
 * The fields that an app may set and has set. An empty text removes what was there; a name cannot
 * be empty, so that one counts as not set.
 */
export function writableFields(user: UserInput): JsonObject {
  const set = WRITABLE.filter((field) => user[field] !== undefined);
  const fields = Object.fromEntries(set.map((field) => [field, user[field]]));
  if (fields.name === "") delete fields.name;
  return fields;
}
