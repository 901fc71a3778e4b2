import { missingParameter } from "../errors/client-errors.js";

/**
 * Turns a host as people write it into the address that paths are added to:
 * `localhost:8080` -> `https://localhost:8080/v3`, `http://x/chat/` -> `http://x/chat/v3`,
 * `host:8443/v3.0` -> `https://host:8443/v3.0`. Throws MISSING_PARAMETERS if it is not an address.
 */
export function toBaseUrl(host: string): string {
  const url = parse(host);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw missingParameter(
      "The server address must look like http://localhost:8080 or https://chat.example.com.",
    );
  }
  const path = url.pathname.replace(/\/+$/, "");
  return url.origin + (/\/v3(\.0)?$/.test(path) ? path : `${path}/v3`);
}

/** Where the realtime connection of a server is: `https://x/chat/v3.0` -> `wss://x/chat/v3.0/realtime`. */
export function toRealtimeUrl(baseUrl: string): string {
  return `${baseUrl.replace(/^http/, "ws")}/realtime`;
}

function parse(host: unknown): URL | null {
  if (typeof host !== "string") return null;
  const address = host.trim();
  try {
    return new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  } catch {
    return null;
  }
}
