import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

/** How a connection is handled: as the raw upgrade request, or as a socket after the upgrade. */
export type Treatment =
  | { readonly upgrade: (stream: Duplex, request: IncomingMessage) => void }
  | { readonly socket: (socket: WebSocket) => void };

function refuse(status: string, type: string, body: string): Treatment {
  const head = `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n`;
  return { upgrade: (stream) => stream.end(`${head}connection: close\r\n\r\n${body}`) };
}

const ACCEPTED = JSON.stringify({ type: "auth", body: { code: "200", status: "OK" } });

/** Accepts any auth frame and responds to pings. */
export const WELL_BEHAVED = {
  socket: (socket: WebSocket) =>
    socket.on("message", (data) => {
      const isPing = String(data).includes('"ping"');
      socket.send(isPing ? JSON.stringify({ action: "pong", ack: "true" }) : ACCEPTED);
    }),
};

/** Ways in which proxies, firewalls and broken servers refuse a connection, by name. */
export const REFUSALS: Readonly<Record<string, Treatment>> = {
  "a firewall's 403": refuse("403 Forbidden", "text/html", "<h1>Blocked by policy</h1>"),
  "a proxy's 502": refuse("502 Bad Gateway", "text/html", "<h1>502 Bad Gateway</h1>"),
  "a captive portal": refuse("200 OK", "text/html", "<html>Accept our terms</html>"),
  "a redirect": refuse("302 Found\r\nlocation: http://127.0.0.1:1/", "text/plain", ""),
  "a wrong accept key": {
    upgrade: (stream) =>
      stream.end(
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n" +
          "sec-websocket-accept: bm90IHlvdXJz\r\n\r\n",
      ),
  },
  "a response that is not HTTP": { upgrade: (stream) => stream.end("SSH-2.0-OpenSSH_9.2\r\n\r\n") },
  "a reset": { upgrade: (stream) => stream.destroy() },
  "an immediate close": { socket: (socket) => socket.close(1011) },
  "a close after the first frame": {
    socket: (socket) => socket.once("message", () => socket.close(1008)),
  },
  "a reset after the first frame": {
    socket: (socket) => socket.once("message", () => socket.terminate()),
  },
};

/** Treatments without a usable response, which only a timeout ends. */
export const SILENCES: Readonly<Record<string, Treatment>> = {
  "no answer to the upgrade": { upgrade: () => undefined },
  "no answer to the auth frame": { socket: () => undefined },
  "garbage instead of an answer": {
    socket: (socket) => {
      for (const text of ["", "null", "[]", "7", "{", '{"type":"auth"}', "<html></html>"]) {
        socket.send(text);
      }
      socket.send(JSON.stringify({ type: "presence", body: { action: "online", user: null } }));
      socket.send(JSON.stringify({ type: "presence", body: { action: "x", user: { uid: "x" } } }));
      socket.send(Buffer.from([0xff, 0xfe, 0x00]));
      socket.send("x".repeat(100_000));
    },
  },
};

/** A server that handles every connection with the current `treatment`. */
export class HostileRealtime {
  treatment: Treatment = WELL_BEHAVED;
  /** Number of connection attempts. */
  dials = 0;
  /** Frames received on open sockets. */
  readonly frames: string[] = [];
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly streams = new Set<Duplex>();
  private readonly server: Server = createServer().on("upgrade", (request, stream, head) => {
    this.dials++;
    this.streams.add(stream);
    stream.on("error", () => undefined);
    const { treatment } = this;
    if ("upgrade" in treatment) return treatment.upgrade(stream, request);
    this.sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on("message", (data) => this.frames.push(String(data)));
      treatment.socket(socket);
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Destroys all open connections without a close frame. */
  cutAll(): void {
    this.streams.forEach((stream) => stream.destroy());
    this.streams.clear();
  }

  async stop(): Promise<void> {
    this.cutAll();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
