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
