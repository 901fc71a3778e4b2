/** Matches the strings of a JSON text, field names with their colon, and the ends of objects. */
const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/gs;

/**
 * The first field that an object in a valid JSON text repeats; undefined if there is none.
 * JSON.parse() silently keeps the last one. The server refuses such texts.
 */
export function repeatedField(json: string): string | undefined {
  const objects: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(TOKENS)) {
    if (token === "{") objects.push(new Set());
    else if (token === "}") objects.pop();
    else if (colon !== undefined) {
      // Parsed, because the same name can be written with other escapes.
      const name = JSON.parse(token.slice(0, -colon.length)) as string;
      const names = objects.at(-1);
      if (names?.has(name)) return name;
      names?.add(name);
    }
  }
  return undefined;
}
