import type { Environment } from "../environment.js";

const PING_EVERY_MS = 15_000;
const PONG_LIMIT_MS = 5_000;
/**
 * The server closes a connection after this much silence. A longer gap means that the device slept.
 */
const SILENCE_MS = 45_000;

/** Checks whether the other end of a connection is alive. */
export class Heartbeat {
  private cancelTimer: () => void = () => undefined;
  private awaitsPong = false;
  private lastBeat = 0;

  /**
   * @param ping - sends a message that the other end answers immediately.
   * @param dead - called once if there is no answer. The heartbeat has then stopped.
   */
  constructor(
    private readonly env: Environment,
    private readonly ping: () => void,
    private readonly dead: () => void,
  ) {}

  start(): void {
    this.awaitsPong = false;
    this.lastBeat = this.env.wallClock();
    this.in(PING_EVERY_MS, () => this.probe());
  }

  stop(): void {
    this.cancelTimer();
  }

  /**
   * Reports a message from the other end. The next ping is scheduled here and not by a timer,
   * because browsers throttle timers that set timers on hidden pages.
   */
  heard(): void {
    if (this.awaitsPong) this.start();
  }

  /** Pings now. If the device has slept, reports the other end as dead without a ping. */
  probe(): void {
    if (this.env.wallClock() - this.lastBeat > SILENCE_MS) {
      this.stop();
      this.dead();
    } else if (!this.awaitsPong) {
      this.awaitsPong = true;
      this.in(PONG_LIMIT_MS, this.dead);
      this.ping();
    }
  }

  private in(ms: number, run: () => void): void {
    this.cancelTimer();
    this.cancelTimer = this.env.after(ms, run);
  }
}
