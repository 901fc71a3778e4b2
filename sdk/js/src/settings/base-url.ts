import { missingParameter } from "../errors/client-errors.js";

/**
 * Scheme, host with port, and path of an address. Read by hand, because the URL of React Native
 * throws at most of its properties. A host name may hold letters of any script.
 */
const ADDRESS =
  /^(?:(https?):\/\/)?((?:(?:[^\s\0-,./:-@[-^`{-\x7f]+(?:\.|(?=[:/]|$)))+|\[[\da-f:.]+\])(?::\d{1,5})?)((?:\/[^\s?#\\/]+)*)\/*$/i;

/**
 * Hosts that may well speak http: IP addresses, names of a local network, and the ports 80 and 8080.
 */
const MAYBE_HTTP = /^\[|^[^.]+$|\.(\d+|local|localhost|internal|lan)\.?(:|$)|:80(80)?$/;

/**
 * Turns a host as people write it into the address that paths are added to:
 * `http://x/chat/` -> `http://x/chat/v3`, `chat.example.com/v3.0` -> `https://chat.example.com/v3.0`.
 * Without a scheme it means https. Throws MISSING_PARAMETERS, saying what to write, if it is no address.
 * @param isStrict - refuses an address without a scheme that may well mean http: `localhost:8080`.
 */
export function toBaseUrl(host: string, isStrict = false): string {
  const address = typeof host === "string" ? host.trim() : "";
  const [, scheme = "https", name, path = ""] = ADDRESS.exec(address) ?? [];
  const server = `${scheme}://${name}`.toLowerCase();
  if (!name || !isUrl(server)) {
    // What stands before an @ may be a password.
    const given = address.includes("@") ? "" : `, not "${address}"`;
    throw missingParameter(
      `The server address must look like http://localhost:8080 or https://chat.example.com${given}.`,
    );
  }
  if (isStrict && MAYBE_HTTP.test(name) && address.startsWith(name)) {
    throw missingParameter(
      `"${address}" lacks http:// or https://. Write http://${address} or https://${address}.`,
    );
  }
  return server + (/\/v3(\.0)?$/.test(path) ? path : `${path}/v3`);
}

/** Finds wrong ports and IP addresses. React Native takes them all. */
function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}

/** Where the realtime connection of a server is: `https://x/chat/v3.0` -> `wss://x/chat/v3.0/realtime`. */
export function toRealtimeUrl(baseUrl: string): string {
  return `${baseUrl.replace(/^http/, "ws")}/realtime`;
}

/** Scheme, host and port of an address that toBaseUrl() made. */
export function originOf(baseUrl: string): string {
  return baseUrl.split("/", 3).join("/");
}
