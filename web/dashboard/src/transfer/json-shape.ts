import type { FileFormat } from "./format";

/** What a file contains, judged by its first characters. */
export type Content =
  | FileFormat
  | "json-array"
  /** `{"data": [...]}`, as lists of the API, or `{"users": [...]}`. */
  | "wrapped-array"
  /** Any other JSON object that is not a user on one line. */
  | "json-object";

/** As many characters of a file as are needed to recognize its content. */
export const HEAD_LENGTH = 1_000;

/** The content of a file that starts with `head`; `format` if it does not start like JSON. */
export function contentOf(head: string, format: FileFormat): Content {
  const start = head.trimStart();
  if (start.startsWith("[")) return "json-array";
  if (!start.startsWith("{")) return format;
  if (/^\{\s*"(?:data|users)"\s*:\s*\[/.test(start)) return "wrapped-array";
  const isObject = /^\{\s*(?:[\r\n]|"(?:data|users)"\s*:\s*\{)/.test(start);
  return isObject ? "json-object" : "ndjson";
}

/** Whether an object without a uid holds users instead of being one. */
export function isWrapper(object: Record<string, unknown>): boolean {
  if ("uid" in object) return false;
  return Object.entries(object).some(
    ([name, value]) =>
      (/^(?:data|users)$/.test(name) && isObject(value)) ||
      (Array.isArray(value) && value.some(isObject)),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
