import { parseJsonObject } from "../form/checks";
import type { FileFormat } from "./format";

/** What a file contains, judged by its first characters. */
export type Content =
  | FileFormat
  | "json-array"
  /** A JSON object that is not a user on one line, but may contain a list of users. */
  | "json-object";

/**
 * As many characters of a file as are needed to recognize its content: more than the longest line
 * with a user that the server accepts.
 */
export const HEAD_LENGTH = 50_000;

/** The content of a file that starts with `head`; `format` if it does not start like JSON. */
export function contentOf(head: string, format: FileFormat): Content {
  const start = head.trimStart();
  if (start.startsWith("[")) return "json-array";
  if (!start.startsWith("{")) return format;
  const [line = ""] = start.split("\n", 1);
  const object = parseJsonObject(line);
  if (object) return isWrapper(object) ? "json-object" : "ndjson";
  // A damaged line of NDJSON, or the start of an object of many lines.
  return /^\{\s*(?:$|(?![^[{]*"uid"\s*:)")/.test(line) ? "json-object" : "ndjson";
}

/** Whether an object without a uid holds users instead of being one. */
export function isWrapper(object: Record<string, unknown>): boolean {
  if ("uid" in object) return false;
  return Object.entries(object).some(
    ([name, value]) =>
      (isListName(name) && isObject(value)) || (Array.isArray(value) && value.some(isObject)),
  );
}

/** Whether the field of a wrapper with this name holds the users. */
export function isListName(name: string | undefined): boolean {
  return name === "data" || name === "users";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
