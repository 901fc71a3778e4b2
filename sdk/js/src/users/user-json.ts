import { type Answer, unexpectedData } from "../http/answer.js";
import { isObject, isString, type JsonObject, pick } from "../json.js";

/** A user as transferred and stored. */
export interface UserJson {
  uid: string;
  name?: string;
  avatar?: string;
  link?: string;
  role?: string;
  status?: string;
  statusMessage?: string;
  metadata?: JsonObject;
  tags?: string[];
  lastActiveAt?: number;
  hasBlockedMe?: boolean;
  blockedByMe?: boolean;
  deactivatedAt?: number;
}

const TYPES: Record<keyof UserJson, (value: unknown) => boolean> = {
  uid: isString,
  name: isString,
  avatar: isString,
  link: isString,
  role: isString,
  status: isString,
  statusMessage: isString,
  metadata: isObject,
  tags: (value) => Array.isArray(value) && value.every(isString),
  lastActiveAt: isNumber,
  hasBlockedMe: isBoolean,
  blockedByMe: isBoolean,
  deactivatedAt: isNumber,
};

/** The names of all fields of a user. */
export const USER_FIELDS = Object.keys(TYPES) as (keyof UserJson)[];

/** Reads the known fields that have the right type; null if there is no uid. */
export function parseUser(value: unknown): UserJson | null {
  if (!isObject(value) || !isString(value.uid) || !value.uid) return null;
  const fits = (field: unknown, name: string) => TYPES[name as keyof UserJson](field);
  return pick(value, USER_FIELDS, fits) as unknown as UserJson;
}

/** Reads the user from a response. Throws FAILED_TO_FETCH if there is none, or another one. */
export function readUser(answer: Answer, uid: string): UserJson {
  const user = requireUser(answer.data);
  if (user.uid !== uid.toLowerCase()) throw unexpectedData(`user with UID ${uid}`);
  return user;
}

/**
 * Reads the user from a response of /me. Throws FAILED_TO_FETCH if there is none, or if the
 * response is for another token: a proxy that mixes up responses must not log in the wrong user.
 */
export function readOwnUser(answer: Answer, authToken: string): UserJson {
  const user = requireUser(answer.data);
  const isOwn = isObject(answer.data) && answer.data.authToken === authToken;
  if (!isOwn) throw unexpectedData("user of this session");
  return user;
}

/** Reads a list of users. Throws FAILED_TO_FETCH if the response contains none. */
export function readUsers(answer: Answer): UserJson[] {
  if (!Array.isArray(answer.data)) throw unexpectedData("list of users");
  return answer.data.map(requireUser);
}

function requireUser(value: unknown): UserJson {
  const user = parseUser(value);
  if (!user) throw unexpectedData("user");
  return user;
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}
