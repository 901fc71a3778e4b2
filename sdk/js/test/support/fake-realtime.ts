import type { WebSocketEvent, WebSocketLike } from "../../src/connection/web-socket.js";
import type { FakeServer } from "./fake-server.js";

type Json = Record<string, unknown>;
type EventType = "open" | "message" | "close" | "error";

/** How the server treats new connections. */
export type Mood =
  /** Accepts good tokens and answers pings. */
  | "well"
  /** Refuses every connection, like a proxy without WebSocket support. */
  | "refusing"
  /** Opens sockets but never sends anything, like the other end of a dead network. */
  | "mute";

/** The realtime half of the fake server. */
export class FakeRealtime {
  readonly sockets: FakeSocket[] = [];
  mood: Mood = "well";

  constructor(readonly server: FakeServer) {}

  /** A WebSocket constructor for the SDK. The sockets of a tab emit nothing once the tab is closed. */
  forTab(tab: { closed: boolean }): new (url: string) => WebSocketLike {
    const { sockets } = this;
    const open = (url: string): FakeSocket => new FakeSocket(this, url, tab);
    return class {
      constructor(url: string) {
        const socket = open(url);
        sockets.push(socket);
        return socket;
      }
    } as unknown as new (url: string) => WebSocketLike;
  }

  /** Sockets that are authenticated and not closed. */
  get open(): FakeSocket[] {
    return this.sockets.filter(({ state }) => state === "accepted");
  }

  /** The only open socket. Throws if there is not exactly one. */
  get only(): FakeSocket {
    const [socket, ...others] = this.open;
    if (!socket || others.length > 0) throw new Error(`${this.open.length} sockets are open.`);
    return socket;
  }

  /** Ends the session of a token as the server does, with or without the `session` frame. */
  endSession(token: string, reason: string, withFrame = true): void {
    this.server.refuse(token, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    for (const socket of this.open.filter((open) => open.token === token)) {
      if (withFrame) socket.push({ type: "session", body: { action: "ended", reason } });
      socket.drop(4003);
    }
  }

  presence(action: "online" | "offline", uid: string): void {
    const status = action === "online" ? "available" : "offline";
    const body = { action, timestamp: 1, user: { uid, name: uid, status } };
    for (const socket of this.open) socket.push({ type: "presence", sender: uid, body });
  }
}

/** One socket, with both of its ends. */
export class FakeSocket implements WebSocketLike {
  /** Frames that the client sent. */
  readonly received: Json[] = [];
  state: "dialling" | "open" | "accepted" | "closed" = "dialling";
  token = "";
  private readonly listeners = new Map<EventType, ((event: WebSocketEvent) => void)[]>();

  constructor(
    private readonly realtime: FakeRealtime,
    readonly url: string,
    private readonly tab: { closed: boolean },
  ) {
    setImmediate(() => this.answerDial());
  }

  addEventListener(type: EventType, listener: (event: WebSocketEvent) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Json;
    this.received.push(frame);
    if (this.realtime.mood === "mute") return;
    if (frame.type === "auth") this.answerAuth(frame);
    if (frame.action === "ping") this.push({ action: "pong", ack: "true" });
  }

  close(): void {
    this.state = "closed";
  }

  /** Sends a frame to the client. */
  push(frame: unknown): void {
    this.emit("message", { data: typeof frame === "string" ? frame : JSON.stringify(frame) });
  }

  /** Closes it from the server side. */
  drop(code: number): void {
    if (this.state === "closed") return;
    this.state = "closed";
    this.emit("close", { code });
  }

  isOf(tab: object): boolean {
    return this.tab === tab;
  }

  pings(): number {
    return this.received.filter(({ action }) => action === "ping").length;
  }

  private answerDial(): void {
    if (this.state === "closed") return;
    if (this.realtime.mood === "refusing" || this.realtime.server.offline) return this.drop(1006);
    this.state = "open";
    this.emit("open", {});
  }

  private answerAuth(frame: Json): void {
    this.token = String((frame.body as Json).auth);
    const known = this.realtime.server.tokens.get(this.token);
    if (known && "uid" in known) {
      this.state = "accepted";
      this.push({ type: "auth", sender: known.uid, body: { code: "200", status: "OK" } });
      return;
    }
    const code = known?.code ?? "AUTH_ERR_AUTH_TOKEN_NOT_FOUND";
    const error = { code, message: `${code}: ${this.token}`, devMessage: "Log in again." };
    this.push({ type: "auth", body: { code: "401", status: "UNAUTHORIZED", error } });
    this.drop(4001);
  }

  private emit(type: EventType, event: WebSocketEvent): void {
    setImmediate(() => {
      if (this.tab.closed) return;
      for (const listener of this.listeners.get(type) ?? []) listener(event);
    });
  }
}
