import { missingParameter } from "../errors/client-errors.js";
import { isObject, type JsonObject } from "../http/answer.js";
import type { User } from "./user.js";

/** A User, or a plain object with some of its fields. */
export type UserInput = User | (Partial<User> & { uid: string });

const WRITABLE = ["name", "avatar", "link", "role", "statusMessage", "metadata", "tags"] as const;
/** What the server removes when told so; the API knows no empty value for them. */
const REMOVABLE = ["avatar", "link", "statusMessage"] as const;

/** The UID of what an app passed as a user. Throws MISSING_PARAMETERS if there is none. */
export function requireUid(user: unknown, call: string): string {
  const uid = isObject(user) ? user.uid : user;
  if (typeof uid !== "string" || !uid.trim()) throw missingParameter(`${call} needs a UID.`);
  return uid.trim();
}

/** The fields that an app may set, without those that are empty. */
export function writableFields(user: UserInput): JsonObject {
  const filled = WRITABLE.filter((field) => user[field] !== undefined && user[field] !== "");
  return Object.fromEntries(filled.map((field) => [field, user[field]]));
}

/** As writableFields(), and names the texts that were emptied in `unset`. */
export function changedFields(user: UserInput): JsonObject {
  const unset = REMOVABLE.filter((field) => user[field] === "");
  return { ...writableFields(user), ...(unset.length > 0 ? { unset } : {}) };
}
