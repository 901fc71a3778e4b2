import type { Environment } from "../environment.js";
import type { ParleyException } from "../errors/parley-exception.js";
import { redact } from "../errors/redact.js";
import { BackOff } from "../session/back-off.js";
import type { LogoutReason } from "../session/login-listener.js";
import type { WakeSign } from "../wake-sign.js";
import { CONNECTION_STATUS, type ConnectionStatus } from "./connection-status.js";
import type { Frame } from "./frame.js";
import type { RealtimeEvent } from "./realtime-event.js";
import { Socket } from "./socket.js";
import type { WebSocketConstructor } from "./web-socket.js";

/** Maximum delay of the first attempt, to spread out clients when a server restarts. */
const SPREAD_MS = 1_000;
/** A connection that lasted this long resets the back-off. */
const STABLE_MS = 30_000;
const AUTHENTICATION_FAILED = 4_001;
const SESSION_OVER = 4_003;

/**
 * The parameters of a connection attempt.
 * @private
 */
export interface Dial {
  readonly WebSocket: WebSocketConstructor;
  readonly url: string;
  readonly token: string;
  readonly authFrame: string;
}

/**
 * What a connection needs from its owner, and reports to it.
 * @private
 */
export interface ConnectionOwner {
  /** Called before each attempt. Returns null if nobody is logged in. */
  dial(): Dial | null;
  /** Asks the server whether a session is alive; null if it does not respond. Never rejects. */
  isAlive(token: string): Promise<boolean | null>;
  /** The server has reported the end of the session. */
  sessionEnded(token: string, reason: LogoutReason): void;
  tell(event: RealtimeEvent): void;
}

/** Keeps one socket open from start() to stop(). Opens a new one whenever it is lost. */
export class Connection {
  private socket: Socket | null = null;
  private token = "";
  private backOff: BackOff;
  private cancelWait: () => void = () => undefined;
  /** Counts attempts, so that a slow check of the session does not continue an outdated one. */
  private dials = 0;
  private isWaiting = false;
  /** True if the server closed the socket because of the session. */
  private isInDoubt = false;
  private openSince: number | null = null;

  /** @param missed - whether changes have already been missed. */
  constructor(
    private readonly env: Environment,
    private readonly owner: ConnectionOwner,
    private missed: boolean,
  ) {
    this.backOff = new BackOff(env);
  }

  /** Connects immediately. Replaces an existing socket. */
  start(): void {
    this.isInDoubt = false;
    this.redial();
  }

  /** Closes the socket without notifying the owner. */
  stop(): void {
    this.dials++;
    this.isWaiting = false;
    this.openSince = null;
    this.cancelWait();
    this.socket?.close();
    this.socket = null;
  }

  /** Handles a sign that a new attempt could succeed, or that the socket may be dead. */
  wake(sign: WakeSign): void {
    if (this.openSince !== null) {
      this.socket?.probe();
      if (this.isWaiting) this.redial(); // The device was asleep.
    } else if (sign === "online") {
      this.backOff = new BackOff(this.env);
      this.redial();
    } else if (sign === "visible" && this.isWaiting) {
      this.redial();
    }
  }

  private redial(): void {
    this.stop();
    void this.dial(this.dials);
  }

  private async dial(id: number): Promise<void> {
    const dial = this.owner.dial();
    if (!dial) return;
    if (this.isInDoubt) {
      const isAlive = await this.owner.isAlive(dial.token);
      if (this.dials !== id) return;
      // A dead session has been ended, which calls stop(). Otherwise the server did not respond.
      if (!isAlive) return this.waitAndRedial();
      this.isInDoubt = false;
    }
    this.tellStatus(CONNECTION_STATUS.CONNECTING);
    if (this.dials !== id) return; // A listener has stopped the connection.
    this.token = dial.token;
    this.socket = new Socket(this.env, dial.WebSocket, dial.url, dial.authFrame, {
      opened: () => this.opened(),
      heard: (frame) => this.heard(frame),
      ended: (error, code) => this.lost(error, code),
    });
  }

  private opened(): void {
    this.openSince = this.env.now();
    this.tellStatus(CONNECTION_STATUS.CONNECTED);
    if (this.missed && this.openSince !== null) this.owner.tell({ type: "resync" });
    this.missed = false;
  }

  private heard(frame: Frame): void {
    switch (frame.type) {
      case "user":
      case "resync":
        return this.owner.tell(frame);
      case "ended":
        this.isInDoubt = true;
        return this.owner.sessionEnded(this.token, frame.reason);
      case "refused":
        this.isInDoubt = true;
        return this.tellError(frame.error);
      case "error":
        return this.tellError(frame.error);
    }
  }

  private lost(error: ParleyException, code?: number): void {
    const since = this.openSince;
    const wasInDoubt = this.isInDoubt;
    this.stop();
    const id = this.dials;
    this.missed = true;
    if (code === AUTHENTICATION_FAILED || code === SESSION_OVER) this.isInDoubt = true;
    if (since !== null) {
      if (this.env.now() - since >= STABLE_MS) this.backOff = new BackOff(this.env);
      this.tellStatus(CONNECTION_STATUS.DISCONNECTED);
    }
    // If the server has already said why, the close is not reported as an error.
    if (!wasInDoubt && code !== SESSION_OVER) this.tellError(error);
    if (this.dials === id) this.waitAndRedial();
  }

  private waitAndRedial(): void {
    this.isWaiting = true;
    const wait = this.backOff.next() || this.env.random() * SPREAD_MS;
    this.cancelWait = this.env.after(wait, () => this.redial());
  }

  private tellStatus(status: ConnectionStatus): void {
    this.owner.tell({ type: "status", status });
  }

  private tellError(error: ParleyException): void {
    const { code, message, details } = error;
    this.owner.tell(redact({ type: "error", code, message, details }, this.token));
  }
}
