import type { Environment } from "../environment.js";
import { isObject } from "../json.js";
import type { TabChannel } from "../tab-channel.js";
import type { WakeSign } from "../wake-sign.js";
import { Connection, type ConnectionOwner } from "./connection.js";
import type { RealtimeEvent } from "./realtime-event.js";

/** A tab that holds the connection and does not answer within this is frozen. */
const ANSWER_LIMIT_MS = 5_000;
/** Who leaves because the session is over lets the others know, but the lock may be faster. */
const TAKE_OVER_AFTER_MS = 100;

/**
 * The connection as one of several tabs sees it. The tab that has the lock holds the socket and
 * passes on what it brings; when that tab closes, the next one has the lock. Where tabs cannot agree
 * on one of them, each has a socket of its own. No token is passed on.
 */
export class SharedConnection {
  private connection: Connection | null = null;
  private channel: TabChannel | null = null;
  private releaseLock: (() => void) | null = null;
  private cancelPatience: () => void = () => undefined;
  private cancelTakeOver: () => void = () => undefined;
  /** What the tab that holds the connection said last. */
  private status: RealtimeEvent | null = null;

  /**
   * @param name - the same in all tabs that would open the same connection.
   * @param isShared - false if no other tab has this session.
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

  /** The token has changed. */
  renew(): void {
    this.connection?.start();
  }

  wake(sign: WakeSign): void {
    if (this.connection) this.connection.wake(sign);
    else if (sign === "visible") this.ask(sign);
  }

  /** Leaves the connection to the other tabs. Tells nobody of this one. */
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
    // Two tabs that cannot hear each other must not take it from each other for ever.
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

  /** Asks the tab that holds the connection how it is, and takes its place if it does not answer. */
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
