/**
 * One HTTP request on node:http, with nothing added that the test did not ask for. A stream of
 * events has no end (live_events.ts reads them): of such an answer this takes the head alone.
 */
import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";

export interface HttpRequest {
  method: string;
  /** Path and query, sent as they are. */
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
