import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** What the gate does with WebSocket connections. */
export type GateMood =
  /** Forwards them. */
  | "open"
  /** Responds with 502, like a proxy that cannot reach its upstream. */
  | "refusing"
  /** Accepts data but forwards nothing, on open sockets as well. */
  | "dead";

/** A page that the gate itself serves. */
export interface GatePage {
  readonly type: string;
  readonly body: string;
}

/**
 * A proxy in front of a real server. Its address does not change during the test. It also serves the
 * pages of the test, so that pages and server share an origin.
 */
export class Gate {
  mood: GateMood = "open";
  /** Number of WebSockets open through the gate. */
  sockets = 0;
  /** Number of WebSockets requested so far. */
  dials = 0;
  /** Paths and queries requested so far. */
  readonly paths: string[] = [];
  private readonly streams = new Set<Duplex>();
  private readonly server = createServer((incoming, response) => this.pass(incoming, response));

  /** @param target - URL of the server behind it; may be changed after a restart. */
  constructor(
    public target: string,
    private readonly pages: Readonly<Record<string, () => GatePage | Promise<GatePage>>>,
  ) {
    this.server.on("upgrade", (incoming, stream: Socket, head) => {
      this.dials++;
      this.paths.push(incoming.url ?? "");
      if (this.mood === "refusing") stream.end("HTTP/1.1 502 Bad Gateway\r\n\r\n<h1>502</h1>");
      else if (this.mood === "open") this.passUpgrade(incoming, stream, head);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.streams.forEach((stream) => stream.destroy());
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    this.paths.push(incoming.url ?? "");
    const page = this.pages[incoming.url?.split("?")[0] ?? ""];
    if (page) {
      const { type, body } = await page();
      response.writeHead(200, { "content-type": type }).end(body);
      return;
    }
    const { method = "GET", headers } = incoming;
    const outgoing = request(new URL(incoming.url ?? "/", this.target), { method, headers });
    outgoing.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on("error", () => response.writeHead(502).end());
    incoming.pipe(outgoing);
  }

  private passUpgrade(incoming: IncomingMessage, client: Socket, head: Buffer): void {
    const { hostname, port } = new URL(this.target);
    const server = connect(Number(port), hostname, () => {
      const lines = [`GET ${incoming.url} HTTP/1.1`];
      const { rawHeaders } = incoming;
      for (let at = 0; at < rawHeaders.length; at += 2) {
        lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
      }
      server.write(`${lines.join("\r\n")}\r\n\r\n`);
      server.write(head);
    });
    this.sockets++;
    server.once("close", () => this.sockets--);
    this.relay(client, server);
    this.relay(server, client);
  }

  private relay(from: Socket, to: Socket): void {
    this.streams.add(from);
    from.on("data", (bytes) => {
      if (this.mood !== "dead") to.write(bytes);
    });
    from.on("error", () => undefined);
    from.on("close", () => {
      this.streams.delete(from);
      // A dead network does not report that the other end has closed either.
      if (this.mood !== "dead") to.destroy();
    });
  }
}
