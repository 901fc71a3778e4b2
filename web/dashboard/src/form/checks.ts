import { repeatedField } from "../base/repeated-field";
import { roundedNumber } from "../base/rounded-number";
import { strings } from "../strings/checks";

const LONGEST_NAME = 100;
const LONGEST_URL = 3_000;
const LONGEST_JSON = 5_120;

/** Why a value is invalid, or undefined. The server checks more closely and uses the same texts. */
export type Refusal = string | undefined;

export function checkLength(value: string, least: number, most: number): Refusal {
  const { length } = [...value];
  if (length < least) return strings.empty;
  return length > most ? strings.tooLong(most, length) : undefined;
}

/** Checks the name of anything. Spaces alone are not enough. */
export function checkName(value: string): Refusal {
  return checkLength(value.trim(), 1, LONGEST_NAME);
}

/** Upper case is valid: the server converts it to lower case. */
export function checkUid(value: string): Refusal {
  return /^[a-z0-9_-]{1,100}$/i.test(value) ? undefined : strings.uid;
}

/** An empty value is valid: it means no URL. */
export function checkUrl(value: string): Refusal {
  if (value === "") return undefined;
  if (value.length > LONGEST_URL) return strings.urlTooLong(LONGEST_URL);
  if (!/^\s*https?:/i.test(value)) return strings.urlScheme;
  return URL.canParse(value) ? undefined : strings.url;
}

/** Checks that JSON text is an object. An empty value is valid. */
export function checkJsonObject(text: string): Refusal {
  if (text.trim() === "") return undefined;
  const value = parseJson(text);
  if (value === undefined) return strings.json;
  if (!isObject(value)) return strings.object;
  const refusal = checkKept(text);
  if (refusal) return refusal;
  const { length } = new TextEncoder().encode(JSON.stringify(value));
  return length > LONGEST_JSON ? strings.jsonTooLong(LONGEST_JSON, length) : undefined;
}

/** Checks that JSON.parse() keeps all fields and numbers of valid JSON text. */
export function checkKept(text: string): Refusal {
  const repeated = repeatedField(text);
  if (repeated !== undefined) return strings.repeated(repeated);
  const rounded = roundedNumber(text);
  return rounded === undefined ? undefined : strings.rounded(rounded);
}

/** Parses JSON text; undefined unless it is an object. */
export function parseJsonObject(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
