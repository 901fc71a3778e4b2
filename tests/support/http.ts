/**
 * One HTTP request with node:http, without adding anything that the test did not ask for. For event
 * streams, which do not end (live_events.ts reads them), it returns only the headers.
 */
import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";

export interface HttpRequest {
  method: string;
  /** Path and query, sent unchanged. */
  path: string;
  /** A header with an array is sent once for each value. */
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Certificate authority for https. */
  ca?: string;
  /** The loopback address to call from. */
  from?: string;
}

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export function sendHttp(origin: string, request: HttpRequest): Promise<HttpAnswer> {
  const { protocol, hostname: host, port } = new URL(origin);
  const hostname = host.replace(/^\[|\]$/g, "");
  const { method, path, headers = {}, body, ca, from } = request;
  const isTls = protocol === "https:";
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const options = {
    ...{ method, path, hostname, port, headers: { ...length, ...headers } },
    ...(from && { localAddress: from }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = isTls
      ? httpsRequest({ ...options, ca, agent: false, servername: "localhost" })
      : httpRequest({ ...options, agent });
    outgoing.once("error", reject);
    outgoing.once("response", (incoming) => {
      if (incoming.headers["content-type"]?.startsWith("text/event-stream")) {
        incoming.destroy();
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: "" });
        return;
      }
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.once("error", reject);
      incoming.once("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.end(body);
  });
}
