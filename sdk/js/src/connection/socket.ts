import type { Environment } from "../environment.js";
import type { ParleyException } from "../errors/parley-exception.js";
import { connectionFailed } from "../errors/client-errors.js";
import { type Frame, parseFrame } from "./frame.js";
import { Heartbeat } from "./heartbeat.js";
import type { WebSocketConstructor, WebSocketLike } from "./web-socket.js";

/** From opening the socket to the server's response to the auth frame. */
const OPEN_LIMIT_MS = 10_000;
const PING = JSON.stringify({ action: "ping", ack: "true" });
const NORMAL_CLOSURE = 1_000;

/**
 * Receives the events of one socket.
 * @private
 */
export interface SocketHandler {
  /** The server has accepted the auth frame. */
  opened(): void;
  /** A frame from the server after that; refusals and errors also before. */
  heard(frame: Frame): void;
  /**
   * The socket is closed or unusable. Called once; no other method is called after it.
   * @param code - the close code, if the server closed it.
   */
  ended(error: ParleyException, code?: number): void;
}

/** One WebSocket, from opening to closing. */
export class Socket {
  private readonly socket: WebSocketLike | null = null;
  private readonly heartbeat: Heartbeat;
  private cancelLimit: () => void = () => undefined;
  private isOpen = false;
  private isOver = false;

  /**
   * Opens the socket. The handler is not called before the constructor has returned.
   * @param authFrame - the first frame to send.
   */
  constructor(
    env: Environment,
    WebSocket: WebSocketConstructor,
    private readonly url: string,
    authFrame: string,
    private readonly handler: SocketHandler,
  ) {
    this.heartbeat = new Heartbeat(
      env,
      () => this.send(PING),
      () => this.end("The server stopped responding"),
    );
    this.cancelLimit = env.after(OPEN_LIMIT_MS, () => this.end("The server does not respond"));
    try {
      this.socket = new WebSocket(url);
    } catch {
      // For example, a page loaded over https cannot connect to a server over http.
      this.cancelLimit();
      this.cancelLimit = env.after(0, () => this.end("This page cannot open it"));
      return;
    }
    this.socket.addEventListener("open", () => this.send(authFrame));
    this.socket.addEventListener("message", ({ data }) => this.receive(data));
    this.socket.addEventListener("close", ({ code }) => this.closed(code));
    this.socket.addEventListener("error", () => undefined); // A close follows.
  }

  /** Checks whether the other end is alive. */
  probe(): void {
    if (this.isOpen && !this.isOver) this.heartbeat.probe();
  }

  /** Closes the socket. The handler is not called afterwards. */
  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.cancelLimit();
    this.heartbeat.stop();
    try {
      this.socket?.close(NORMAL_CLOSURE);
    } catch {
      // It is already closed or was never open.
    }
  }

  private send(text: string): void {
    if (this.isOver) return;
    try {
      this.socket?.send(text);
    } catch {
      // Its close event follows.
    }
  }

  private receive(data: unknown): void {
    if (this.isOver) return;
    this.heartbeat.heard();
    const frame = parseFrame(data);
    if (frame?.type === "accepted") this.accepted();
    else if (frame && (this.isOpen || frame.type === "refused" || frame.type === "error")) {
      this.handler.heard(frame);
    }
  }

  private accepted(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.cancelLimit();
    this.heartbeat.start();
    this.handler.opened();
  }

  private closed(code = 1_006): void {
    this.end(`The connection was ${this.isOpen ? "closed" : "refused"} (code ${code})`, code);
  }

  private end(what: string, code?: number): void {
    if (this.isOver) return;
    this.close();
    this.handler.ended(connectionFailed(what, this.url), code);
  }
}
