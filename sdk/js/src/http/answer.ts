import { failedToFetch } from "../errors/client-errors.js";
import type { ErrorDetails, ParleyException } from "../errors/parley-exception.js";
import { serverError } from "../errors/server-error.js";
import { isObject, isString, parseJson } from "../json.js";

const CHECK_ADDRESS =
  "Check that setHost() is the address of a Parley server; a proxy may have responded.";

/** A successful response: `{"data": ..., "meta": {"cursor": ...}}`. */
export interface Answer {
  readonly data: unknown;
  /** For a page of a list: the start of the next page, if there is one. */
  readonly cursor?: string;
}

/**
 * Reads a response. Throws the server's own error, or FAILED_TO_FETCH if the text is not from a
 * Parley server: a proxy, a captive portal or another program has then responded.
 * @param url - the URL of the request, without the query.
 */
export function readAnswer(response: Response, text: string, url: string): Answer {
  const body = parseJson(text);
  if (isObject(body) && isObject(body.error) && isString(body.error.code)) {
    throw serverError(body.error, responseDetails(response));
  }
  if (response.ok && isObject(body) && "data" in body) {
    const cursor = isObject(body.meta) ? body.meta.cursor : undefined;
    return { data: body.data, ...(isString(cursor) && cursor ? { cursor } : {}) };
  }
  throw notParley(response, text, url);
}

/** For a well-formed response that does not contain what the call returns. */
export function unexpectedData(what: string): ParleyException {
  return failedToFetch(`The response contains no ${what}. ${CHECK_ADDRESS}`);
}

function responseDetails(response: Response): ErrorDetails {
  const requestId = response.headers.get("x-request-id");
  const retryAfter = Number(response.headers.get("retry-after") ?? "x");
  return {
    status: response.status,
    ...(requestId ? { requestId } : {}),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  };
}

function notParley(response: Response, text: string, url: string): ParleyException {
  const { status, type } = response;
  const details = responseDetails(response);
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    return failedToFetch(`${url} redirects. Give setHost() the final address.`, details);
  }
  const kind = text.trim() ? "a response that is not from Parley" : "an empty response";
  const hint =
    status >= 502 && status <= 504
      ? "A proxy in front of the server cannot reach it."
      : CHECK_ADDRESS;
  return failedToFetch(`${url} sent ${kind} (HTTP ${status}). ${hint}`, details);
}
