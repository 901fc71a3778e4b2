import { isString } from "../json.js";

/**
 * Keys and tokens are never shorter; redacting shorter texts would only make messages unreadable.
 */
const SHORTEST_SECRET = 8;

/** Replaces the secret everywhere in a JSON value, including keys. */
export function redact<T>(value: T, secret: string): T {
  return (secret.length < SHORTEST_SECRET ? value : replace(value, secret)) as T;
}

function replace(value: unknown, secret: string): unknown {
  if (isString(value)) return value.split(secret).join("***");
  if (Array.isArray(value)) return value.map((item) => replace(item, secret));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [replace(key, secret), replace(item, secret)]),
  );
}

/** Objects that can be inspected completely. A Map, Headers or Request may contain more than its
 * properties. */
const OPEN = / (Object|Array|Error)]$/;

/**
 * Whether an error or another platform value certainly does not contain the secret.
 * @param depth - how many levels to inspect. Deeper values are assumed to contain it.
 */
export function isFreeOf(secret: string, value: unknown, depth = 6): boolean {
  if (typeof value !== "object" || !value) return !String(value).includes(secret);
  if (!depth || !OPEN.test(Object.prototype.toString.call(value))) return false;
  return Reflect.ownKeys(value).every(
    (key) =>
      isFreeOf(secret, key) &&
      isFreeOf(secret, (value as Record<PropertyKey, unknown>)[key], depth - 1),
  );
}
