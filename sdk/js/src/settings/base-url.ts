import { missingParameter } from "../errors/client-errors.js";
import { isString } from "../json.js";

/**
 * Scheme, host with port, and path of an address. Not parsed with URL, because most of its
 * properties throw in React Native. A host name may contain letters of any script.
 */
const ADDRESS =
  /^(?:(https?):\/\/)?((?:(?:[^\s\0-,./:-@[-^`{-\x7f]+(?:\.|(?=[:/]|$)))+|\[[\da-f:.]+\])(?::[1-9]\d{0,4})?)((?:\/[^\s?#\\/]+)*)\/*$/i;

/**
 * Hosts that may use plain http: IP addresses, local network names, and the ports 80 and 8080.
 */
const MAYBE_HTTP = /^\[|^[^.]+$|\.(\d+|local|localhost|internal|lan)\.?(:|$)|:80(80)?$/;

/**
 * Converts a server address to a base URL: `http://x/chat/` -> `http://x/chat/v3`,
 * `chat.example.com/v3.0` -> `https://chat.example.com/v3.0`. The default scheme is https. Throws
 * MISSING_PARAMETERS if the address is invalid.
 * @param method - that received the address. setHost() refuses one without a scheme that may mean
 * http: `localhost:8080`.
 */
export function toBaseUrl(host: string, method: string): string {
  const address = isString(host) ? host.trim() : "";
  const [, scheme = "https", name, path = ""] = ADDRESS.exec(address) ?? [];
  const server = `${scheme}://${name}`.toLowerCase();
  if (!name || !isUrl(server)) {
    // The part before an @ may be a password.
    const given = address && !address.includes("@") ? `, not "${address}"` : "";
    throw missingParameter(
      `${method} needs a URL like http://localhost:8080, without user, query or fragment${given}.`,
    );
  }
  if (method === "setHost()" && MAYBE_HTTP.test(name) && address.startsWith(name)) {
    throw missingParameter(
      `${method}: "${address}" lacks http:// or https://. Write http://${address} or https://${address}.`,
    );
  }
  const version = /\/v\d[\d.]*$/i.exec(path)?.[0];
  if (version && !/^\/v3(\.0)?$/.test(version)) {
    throw missingParameter(`${method}: the SDK uses /v3, not ${version}. Omit it.`);
  }
  return server + path + (version ? "" : "/v3");
}

/** Detects invalid ports and IP addresses, except in React Native, which accepts everything. */
function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}

/** The URL of the realtime connection: `https://x/chat/v3.0` -> `wss://x/chat/v3.0/realtime`. */
export function toRealtimeUrl(baseUrl: string): string {
  return `${baseUrl.replace(/^http/, "ws")}/realtime`;
}

/** Scheme, host and port of a base URL from toBaseUrl(). */
export function originOf(baseUrl: string): string {
  return baseUrl.split("/", 3).join("/");
}
