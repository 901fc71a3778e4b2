import { ErrorCode } from "../errors/error-code.js";
import { ParleyException } from "../errors/parley-exception.js";
import { isObject } from "../json.js";

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
    "did not open a TLS connection. If it uses http, write http:// in setHost(); otherwise check " +
      "proxies and firewalls.",
  ],
];

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
    generalAdvice(server, page),
  ];
  return new ParleyException(code, `${server} ${text}`, { platformError }, error);
}

function generalAdvice(server: string, page: string | undefined): string {
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
  const own = [code, message].filter((text) => text && typeof text === "string").join(" ");
  return cause && depth ? `${own}: ${describe(cause, depth - 1)}` : own;
}
