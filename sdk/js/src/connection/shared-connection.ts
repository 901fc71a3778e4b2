import type { Environment } from "../environment.js";
import { isObject } from "../json.js";
import type { TabChannel } from "../tab-channel.js";
import type { WakeSign } from "../wake-sign.js";
import { Connection, type ConnectionOwner } from "./connection.js";
import type { RealtimeEvent } from "./realtime-event.js";

/** A tab that holds the connection and does not respond within this time is frozen. */
const ANSWER_LIMIT_MS = 5_000;
/**
 * A tab that leaves because the session has ended notifies the others, but the lock may be faster.
 */
const TAKE_OVER_AFTER_MS = 100;

/**
 * A connection shared by several tabs. The tab that has the lock holds the socket and broadcasts
 * its events; when that tab closes, another one gets the lock. If tabs cannot coordinate, each has
 * its own socket. Tokens are never broadcast.
 */
export class SharedConnection {
  private connection: Connection | null = null;
  private channel: TabChannel | null = null;
  private releaseLock: (() => void) | null = null;
  private cancelPatience: () => void = () => undefined;
  private cancelTakeOver: () => void = () => undefined;
  /** The last status from the tab that holds the connection. */
  private status: RealtimeEvent | null = null;

  /**
   * @param name - identifies the connection; the same in all tabs that can share it.
   * @param isShared - whether other tabs share the session.
   */
  constructor(
    private readonly env: Environment,
    private readonly name: string,
    isShared: boolean,
    private readonly owner: ConnectionOwner,
  ) {
    if (isShared) this.channel = env.openBroadcast(name, (message) => this.receive(message));
    if (this.channel) this.join();
    else this.hold();
  }

  /** Call it after the token has changed. */
  renew(): void {
    this.connection?.start();
  }

  wake(sign: WakeSign): void {
    if (this.connection) this.connection.wake(sign);
    else if (sign === "visible") this.ask(sign);
  }

  /** Leaves the connection to the other tabs, without notifying the owner. */
  close(): void {
    this.leave();
    this.channel?.close();
    this.channel = null;
  }

  private leave(): void {
    this.cancelPatience();
    this.cancelTakeOver();
    this.connection?.stop();
    this.connection = null;
    this.releaseLock?.();
    this.releaseLock = null;
  }

  private join(steal = false, hasLost = false): void {
    this.releaseLock = this.env.requestLock(this.name, steal, {
      granted: () => this.takeOver(),
      denied: () => this.hold(),
      lost: () => {
        this.leave();
        this.join(false, true);
      },
    });
    if (!this.releaseLock) this.hold();
    // Two tabs that cannot reach each other must not steal the lock from each other forever.
    else if (!this.connection && !hasLost) this.ask();
  }

  private takeOver(): void {
    if (this.status === null) this.hold();
    else this.cancelTakeOver = this.env.after(TAKE_OVER_AFTER_MS, () => this.hold());
  }

  /** Opens the connection in this tab. */
  private hold(): void {
    this.cancelPatience();
    const missed = this.status !== null;
    this.connection = new Connection(
      this.env,
      { ...this.owner, tell: (event) => this.tell(event) },
      missed,
    );
    this.connection.start();
  }

  /** Asks the tab that holds the connection for its status. Takes over if it does not respond. */
  private ask(sign?: WakeSign): void {
    this.channel?.post({ type: "ask", sign });
    this.cancelPatience();
    this.cancelPatience = this.env.after(
      ANSWER_LIMIT_MS,
      () => {
        this.leave();
        this.join(true);
      },
      true,
    );
  }

  private tell(event: RealtimeEvent): void {
    if (event.type === "status") this.status = event;
    this.channel?.post({ type: "event", event });
    this.owner.tell(event);
  }

  private receive(message: unknown): void {
    if (!this.channel || !isObject(message)) return;
    if (message.type === "ask" && this.connection) {
      if (this.status) this.channel?.post({ type: "event", event: this.status });
      if (message.sign) this.connection.wake(message.sign as WakeSign);
    } else if (message.type === "event" && !this.connection) {
      this.cancelPatience();
      const event = message.event as RealtimeEvent;
      if (event.type === "status") this.status = event;
      this.owner.tell(event);
    }
  }
}
