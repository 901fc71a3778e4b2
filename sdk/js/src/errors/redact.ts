/** Nothing shorter is a key or a token; blotting it out would only make the text unreadable. */
const SHORTEST_SECRET = 8;

/** Replaces the secret wherever it stands in a JSON value, keys included. */
export function redact<T>(value: T, secret: string): T {
  return (secret.length < SHORTEST_SECRET ? value : replace(value, secret)) as T;
}

function replace(value: unknown, secret: string): unknown {
  if (typeof value === "string") return value.split(secret).join("***");
  if (Array.isArray(value)) return value.map((item) => replace(item, secret));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [replace(key, secret), replace(item, secret)]),
  );
}

/** What can be looked into; a Map, a Headers or a Request may show more than its properties. */
const OPEN = / (Object|Array|Error)]$/;

/**
 * Whether an error, or anything else that the platform made, surely holds no secret.
 * @param depth - how many objects deep to look. What lies deeper may hold anything.
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
