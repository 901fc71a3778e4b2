import { failedToFetch } from "../errors/client-errors.js";
import { ParleyException, type ErrorDetails } from "../errors/parley-exception.js";
import { isObject, type JsonObject, parseJson } from "../json.js";

const CHECK_ADDRESS =
  "Check that setHost() names a Parley server, port and path included; a proxy may have answered " +
  "in its place.";

/** A successful answer: `{"data": ..., "meta": {"cursor": ...}}`. */
export interface Answer {
  readonly data: unknown;
  /** In a page of a list: where the next one begins, if there is more. */
  readonly cursor?: string;
}

/**
 * Reads what came back. Throws the server's own error, or FAILED_TO_FETCH when the text is not
 * what a Parley server says: a proxy, a captive portal or another program has answered then.
 * @param url - what was asked, without the query.
 */
export function readAnswer(response: Response, text: string, url: string): Answer {
  const body = parseJson(text);
  if (isObject(body) && isObject(body.error) && typeof body.error.code === "string") {
    throw serverError(body.error.code, body.error, response);
  }
  if (response.ok && isObject(body) && "data" in body) {
    const cursor = isObject(body.meta) ? body.meta.cursor : undefined;
    return { data: body.data, ...(typeof cursor === "string" && cursor ? { cursor } : {}) };
  }
  throw notParley(response, text, url);
}

/** For an answer that is well-formed, but does not hold what the call must return. */
export function unexpectedData(what: string): ParleyException {
  return failedToFetch(`The server's answer holds no ${what}. ${CHECK_ADDRESS}`);
}

function serverError(code: string, error: JsonObject, response: Response): ParleyException {
  const message = typeof error.message === "string" ? error.message : code;
  const devMessage = typeof error.devMessage === "string" ? { devMessage: error.devMessage } : {};
  const fields = isObject(error.details) ? { fields: readFields(error.details) } : {};
  return new ParleyException(code, message, {
    ...devMessage,
    ...fields,
    ...responseDetails(response),
  });
}

function readFields(details: JsonObject): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(details).map(([field, reasons]) => [
      field,
      (Array.isArray(reasons) ? reasons : [reasons]).map(String),
    ]),
  );
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
  const kind = text.trim() ? "an answer that does not come from Parley" : "an empty answer";
  const hint =
    status >= 502 && status <= 504
      ? "A proxy in front of the server cannot reach it. Check that the server runs."
      : CHECK_ADDRESS;
  return failedToFetch(`${url} sent ${kind} (HTTP ${status}). ${hint}`, details);
}
