import { isObject, isString, type JsonObject } from "../json.js";
import { ParleyException, type ErrorDetails } from "./parley-exception.js";

/** Reads the server's own error, from a response or a frame. */
export function serverError(
  { code, message, devMessage, details }: JsonObject,
  response: ErrorDetails = {},
): ParleyException {
  const name = isString(code) && code ? code : "ERR_EXCEPTION";
  return new ParleyException(name, isString(message) ? message : name, {
    ...(isString(devMessage) ? { devMessage } : {}),
    ...(isObject(details) ? { fields: readFields(details) } : {}),
    ...response,
  });
}

function readFields(details: JsonObject): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(details).map(([field, reasons]) => [field, [reasons].flat().map(String)]),
  );
}
