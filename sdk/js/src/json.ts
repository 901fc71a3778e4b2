export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** The fields whose value fits, of those named. */
export function pick(
  value: JsonObject,
  names: readonly string[],
  fits: (value: unknown, name: string) => boolean,
): JsonObject {
  const kept = names.filter((name) => fits(value[name], name));
  return Object.fromEntries(kept.map((name) => [name, value[name]]));
}

/** Parses JSON text; undefined if it is not a string or not valid JSON. */
export function parseJson(text: unknown): unknown {
  try {
    return isString(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
