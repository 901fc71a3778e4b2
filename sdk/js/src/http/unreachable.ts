import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";
import { isObject, isString } from "../json.js";

/** Meanings of platform errors, by their text, with advice. Browsers give no reasons. */
const REASONS: readonly [RegExp, ErrorCode, string][] = [
  [
    /ENOTFOUND|EAI_|dns error|getaddrinfo/i,
    ErrorCode.HOST_NOT_FOUND,
    "cannot be found. Check the spelling, DNS and the network.",
  ],
  [
    /conn(ection ?)?refused/i,
    ErrorCode.CONNECTION_REFUSED,
    "refuses connections. Check the port, and that the server is running.",
  ],
  [
    /(^|[^a-z])(CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/i,
    ErrorCode.CERTIFICATE_NOT_TRUSTED,
    "has no trusted certificate. Check its names, dates and issuer, or set NODE_EXTRA_CA_CERTS.",
  ],
  [
    /(^|[^a-z])(SSL|TLS|EPROTO)/i,
    ErrorCode.TLS_FAILED,
    "did not open a TLS connection. Check setHost(), proxies and firewalls. If it uses http, write " +
      "http://.",
  ],
];

/**
 * Matches Node's error for a port that it blocks, or the port, since browsers only say that the call
 * failed. Of the "bad ports" of the Fetch standard, those from 1024 on: a server needs no others.
 */
const BLOCKED_PORT =
  /bad port|:(17(19|2[03])|2049|3659|4045|4190|506[01]|6000|6566|66(6[5-9]|79|97)|10080)$/;

/**
 * Creates the exception for a request without a response.
 * @param error - what fetch() rejected with.
 * @param server - the origin of the server.
 * @param page - the origin of the page, in a browser.
 */
export function unreachable(
  error: unknown,
  server: string,
  page: string | undefined,
): ParleyException {
  const platformError = describe(error);
  // Removes host names: one could be tls.example.com.
  const words = platformError.replace(/\S+[.:/]+\w\S*/g, "");
  const [, code, text] = REASONS.find(([pattern]) => pattern.test(words)) ?? [
    null,
    ErrorCode.FAILED_TO_FETCH,
    generalAdvice(server, page, platformError),
  ];
  return new ParleyException(code, `${server} ${text}`, { platformError }, error);
}

function generalAdvice(server: string, page: string | undefined, error: string): string {
  if (BLOCKED_PORT.test(error + server)) {
    return "uses a port that browsers block. Use another, such as 8080.";
  }
  const isMixed = !server.startsWith("https:") && page?.startsWith("https:");
  return (
    "could not be reached, or the connection was lost. Check that this device is online and the " +
    "server runs at that address, with a trusted certificate if it uses https." +
    (isMixed ? " A page over https cannot call a server over http." : "")
  );
}

/** The codes and texts of an error and its causes: `fetch failed: ENOTFOUND getaddrinfo ...`. */
function describe(error: unknown, depth = 3): string {
  if (!isObject(error)) return String(error);
  const { code, message, cause } = error;
  const own = [code, message].filter((text) => text && isString(text)).join(" ");
  return cause && depth ? `${own}: ${describe(cause, depth - 1)}` : own;
}
