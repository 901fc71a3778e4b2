import { missingParameter } from "../errors/client-errors.js";
import { requiredText } from "../required-text.js";
import type { Answer } from "./answer.js";

/** Who calls: a management key, or the token of a user. Sent as a header, never in an address. */
export type Credential = { readonly apiKey: string } | { readonly authToken: string };

/** Parameters by name. Lists repeat their name; what is undefined or an empty text is not sent. */
export type Query = Readonly<Record<string, unknown>>;

/**
 * One call of the wire contract.
 * @private
 */
export interface ApiRequest<T> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Starts with a slash, each part made by pathSegment(). */
  readonly path: string;
  readonly query?: Query;
  readonly body?: object;
  readonly credential: Credential;
  /** True if the request must outlive the page. */
  readonly keepalive?: boolean;
  /** Takes what the caller needs out of the answer; throws if it is not there. */
  read(answer: Answer): T;
}

/** Escapes one part of a path. Dots alone would climb to another path, and are not an identifier. */
export function pathSegment(value: string): string {
  if (/^\.+$/.test(value)) throw missingParameter(`"${value}" is not an identifier.`);
  return encode(value);
}

/** Writes parameters as they follow the question mark of an address. */
export function queryText(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((item) => [name, item] as const))
    .filter(([, item]) => item !== undefined && item !== "")
    .map(([name, item]) => `${name}=${encode(String(item))}`)
    .join("&");
}

/** Escapes a text for an address. Halves of characters, which have no UTF-8, become U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));
}

/**
 * Trims an App ID, key or token and checks that it can travel in a header, because the platform's
 * own error for that would print it.
 */
export function headerText(value: unknown, name: string): string {
  const text = requiredText(value, `${name} must be a text that is not empty.`);
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw missingParameter(`${name} holds characters that no ${name} has. Copy it again.`);
  }
  return text;
}
