import { describe, expect, it } from "vitest";
import { unreachable } from "./unreachable.js";

const SERVER = "https://chat.example.com";
const PAGE = "https://app.example.com";

function fetchFailed(code: string, message: string): Error {
  return Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error(message), { code }),
  });
}

/** Errors as worded by the platforms. */
const FAILURES: [string, Error, string, string][] = [
  ["Node: DNS", fetchFailed("ENOTFOUND", "getaddrinfo ENOTFOUND x"), "HOST_NOT_FOUND", "DNS"],
  ["Node: DNS is down", fetchFailed("EAI_AGAIN", "getaddrinfo"), "HOST_NOT_FOUND", "DNS"],
  ["Node: no server", fetchFailed("ECONNREFUSED", ""), "CONNECTION_REFUSED", "the port"],
  [
    "Node: self-signed",
    fetchFailed("DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate"),
    "CERTIFICATE_NOT_TRUSTED",
    "NODE_EXTRA_CA_CERTS",
  ],
  [
    "Node: unknown authority",
    fetchFailed("UNABLE_TO_VERIFY_LEAF_SIGNATURE", "unable to verify the first certificate"),
    "CERTIFICATE_NOT_TRUSTED",
    "issuer",
  ],
  [
    "Node: another name",
    fetchFailed("ERR_TLS_CERT_ALTNAME_INVALID", "Hostname/IP does not match"),
    "CERTIFICATE_NOT_TRUSTED",
    "its names",
  ],
  [
    "Node: out of date",
    fetchFailed("CERT_HAS_EXPIRED", "certificate has expired"),
    "CERTIFICATE_NOT_TRUSTED",
    "dates",
  ],
  [
    "Node: http on that port",
    fetchFailed("ERR_SSL_WRONG_VERSION_NUMBER", "wrong version number"),
    "TLS_FAILED",
    "http://",
  ],
  ["Node: a reset", fetchFailed("ECONNRESET", "read ECONNRESET"), "FAILED_TO_FETCH", "was lost"],
  [
    "Bun: no server",
    Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" }),
    "CONNECTION_REFUSED",
    "the port",
  ],
  [
    "Deno: DNS",
    new TypeError("error sending request: client error (Connect): dns error: failed to lookup"),
    "HOST_NOT_FOUND",
    "spelling",
  ],
  [
    "Deno: http on that port",
    new TypeError("error sending request for url (https://x/v3/me): tls handshake eof"),
    "TLS_FAILED",
    "http://",
  ],
  [
    "Deno: a reset by a host with a telling name",
    new TypeError("error sending request for url (https://cert.tls.example.com/v3/me): reset"),
    "FAILED_TO_FETCH",
    "was lost",
  ],
  [
    "Deno: certificate",
    new TypeError("client error (Connect): invalid peer certificate: UnknownIssuer"),
    "CERTIFICATE_NOT_TRUSTED",
    "issuer",
  ],
  [
    "Node: a slow host with a telling name",
    fetchFailed(
      "UND_ERR_CONNECT_TIMEOUT",
      "Connect Timeout Error (attempted address: cert.tls.example.com:443, timeout: 10000ms)",
    ),
    "FAILED_TO_FETCH",
    "was lost",
  ],
  [
    "Node: a slow host with a name in one word",
    fetchFailed("UND_ERR_CONNECT_TIMEOUT", "Connect Timeout Error (attempted address: cert:443)"),
    "FAILED_TO_FETCH",
    "was lost",
  ],
  [
    "Node: a word that only contains the sign",
    fetchFailed("EHOSTUNREACH", "no route to host concerts"),
    "FAILED_TO_FETCH",
    "was lost",
  ],
  [
    "Node: hung up during the handshake",
    fetchFailed(
      "ECONNRESET",
      "Client network socket disconnected before secure TLS connection was established",
    ),
    "TLS_FAILED",
    "proxies and firewalls",
  ],
  ["Chromium", new TypeError("Failed to fetch"), "FAILED_TO_FETCH", "trusted certificate"],
  ["React Native", new TypeError("Network request failed"), "FAILED_TO_FETCH", "is online"],
];

describe("unreachable", () => {
  it.each(FAILURES)("%s", (_, error, code, hint) => {
    const exception = unreachable(error, SERVER, PAGE);
    expect(exception.code).toBe(code);
    expect(exception.message).toContain(SERVER);
    expect(exception.message).toContain(hint);
    expect(exception.cause).toBe(error);
    expect(exception.details.platformError).toContain(error.message);
  });

  it.each<[string, string, Error]>([
    ["Node", "http://localhost:6000", fetchFailed("", "bad port")],
    ["Node", "http://localhost:25", fetchFailed("", "bad port")],
    ["Chromium", "http://localhost:6667", new TypeError("Failed to fetch")],
    ["Firefox", "https://chat.example.com:10080", new TypeError("NetworkError when attempting.")],
    ["Safari", "http://[::1]:5060", new TypeError("Load failed")],
  ])("%s blocks the port of %s", (_, server, error) => {
    const { code, message, details, cause } = unreachable(error, server, PAGE);
    expect(code).toBe("FAILED_TO_FETCH");
    expect(message).toContain(`${server} uses a port that browsers block`);
    expect(details.platformError).toContain(error.message);
    expect(cause).toBe(error);
  });

  it.each(["6000.example.com", "localhost:60000", "localhost:16000", "localhost:8080", "[::6000]"])(
    "does not blame the port of %s",
    (host) => {
      const error = new TypeError("Failed to fetch");
      expect(unreachable(error, `http://${host}`, PAGE).message).toContain("could not be reached");
    },
  );

  it("prefers a reason of the platform to the port", () => {
    const { code } = unreachable(fetchFailed("ECONNREFUSED", ""), "http://localhost:6000", PAGE);
    expect(code).toBe("CONNECTION_REFUSED");
  });

  it("includes the causes of an error verbatim", () => {
    const error = fetchFailed("ENOTFOUND", "getaddrinfo ENOTFOUND x");
    expect(unreachable(error, SERVER, PAGE).details.platformError).toBe(
      "fetch failed: ENOTFOUND getaddrinfo ENOTFOUND x",
    );
  });

  it("handles an error that is its own cause, and values that are not errors", () => {
    const error: Error & { cause?: unknown } = new Error("round");
    error.cause = error;
    expect(unreachable(error, SERVER, PAGE).code).toBe("FAILED_TO_FETCH");
    expect(unreachable(undefined, SERVER, PAGE).details.platformError).toBe("undefined");
    expect(unreachable("plain text", SERVER, PAGE).details.platformError).toBe("plain text");
  });
});
