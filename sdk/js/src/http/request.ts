import { requiredText } from "../arguments.js";
import { missingParameter } from "../errors/client-errors.js";
import type { Answer } from "./answer.js";

/** The header that names the caller: an API key or the token of a user. Never sent in a URL. */
export type Credential = { readonly apikey: string } | { readonly authToken: string };

/** Parameters by name. Lists repeat the name; undefined and empty strings are omitted. */
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
  /** Reads the result from the response. Throws if it is missing. */
  read(answer: Answer): T;
}

/** Escapes a path segment. Throws MISSING_PARAMETERS for dots only, which would change the path. */
export function pathSegment(value: string): string {
  if (/^\.+$/.test(value)) throw missingParameter(`"${value}" is not an identifier.`);
  return encode(value);
}

/** Encodes parameters as the query of a URL, without the question mark. */
export function queryText(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((item) => [name, item] as const))
    .filter(([, item]) => item !== undefined && item !== "")
    .map(([name, item]) => `${name}=${encode(String(item))}`)
    .join("&");
}

/** Escapes text for a URL. Lone surrogates, which UTF-8 cannot encode, become U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));
}

/**
 * Trims an App ID, key or token and checks that it is valid in a header, because the platform's own
 * error would contain it.
 * @param name - the method and its parameter: `login(): authToken`.
 */
export function headerText(value: unknown, name: string): string {
  const text = requiredText(value, name);
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw missingParameter(`${name} contains invalid characters. Copy it again.`);
  }
  return text;
}
