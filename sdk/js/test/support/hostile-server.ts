import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FakeServer } from "./fake-server.js";

export type Misbehave = (response: ServerResponse, request: IncomingMessage) => void;

function text(status: number, body: string, type = "application/json"): Misbehave {
  return (response) => response.writeHead(status, { "content-type": type }).end(body);
}

/** Broken responses of proxies, captive portals and servers, by name. */
export const MISBEHAVIOURS: Readonly<Record<string, Misbehave>> = {
  "an empty 200": text(200, ""),
  "an empty 204": (response) => response.writeHead(204).end(),
  "an empty 500": text(500, ""),
  "a captive portal": text(200, "<html><body>Accept our terms</body></html>", "text/html"),
  "an HTML page labelled as JSON": text(200, "<html></html>"),
  "a proxy's 502": text(502, "<html><h1>502 Bad Gateway</h1></html>", "text/html"),
  "a proxy's 504": text(504, "upstream request timeout", "text/plain"),
  "a plain 401": text(401, "Unauthorized", "text/plain"),
  "a plain 404": text(404, '{"message":"no Route matched"}'),
  "{}": text(200, "{}"),
  null: text(200, "null"),
  "[]": text(200, "[]"),
  '"text"': text(200, '"text"'),
  "null as data": text(200, '{"data":null}'),
  "empty data": text(200, '{"data":{}}'),
  "data of the wrong types": text(200, '{"data":{"uid":7,"authToken":{}}}'),
  "a list of invalid users": text(200, '{"data":[null,{"uid":""}]}'),
  "a token that is not valid in a header": text(200, '{"data":{"authToken":"a\\nb"}}'),
  "the user and token of somebody else": text(
    200,
    '{"data":{"uid":"x","authToken":"x_1771312489y"}}',
  ),
  "a malformed error": text(400, '{"error":"no"}'),
  "an error without a code": text(400, '{"error":{"message":"no"}}'),
  "truncated JSON": text(200, '{"data":{"uid":"andrew","na'),
  "a redirect": (response) =>
    response.writeHead(302, { location: "http://127.0.0.1:1/elsewhere" }).end(),
  "broken UTF-8": (response) => response.end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22])),
  "plain text labelled as gzip": (response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end("hello"),
  "a megabyte of text": text(200, "x".repeat(1_000_000)),
  "fewer bytes than announced": (response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"data":{"uid":"an', () => response.destroy());
  },
  "a reset": (_, request) => request.socket.resetAndDestroy(),
  "something other than HTTP": (_, request) => request.socket.end("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
};

/** A correct server, unless `misbehave` is set. */
export class HostileServer {
  readonly fake = new FakeServer();
  misbehave: Misbehave | null = null;
  private readonly server: Server = createServer((request, response) => {
    if (this.misbehave) this.misbehave(response, request);
    else void this.behave(request, response);
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async behave(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { apikey, authtoken } = request.headers;
    const answer = await this.fake.fetch(`${this.url}${request.url}`, {
      method: request.method ?? "GET",
      headers: { ...(apikey ? { apikey: String(apikey) } : {}), authToken: String(authtoken) },
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(await answer.text());
  }
}
