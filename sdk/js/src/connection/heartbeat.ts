import type { Environment } from "../environment.js";

const PING_EVERY_MS = 15_000;
const PONG_LIMIT_MS = 5_000;
/** A server hangs up after so long a silence; whoever was silent for longer has slept. */
const SILENCE_MS = 45_000;

/** Finds out whether the other end of a connection still lives. */
export class Heartbeat {
  private cancelTimer: () => void = () => undefined;
  private awaitsPong = false;
  private lastBeat = 0;

  /**
   * @param ping - sends something that the other end answers at once.
   * @param dead - called once, when it did not; nothing more happens then.
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
   * Something has come from the other end. The next ping is planned here and not by a timer of its
   * own, because browsers slow down timers that set timers on pages that nobody looks at.
   */
  heard(): void {
    if (this.awaitsPong) this.start();
  }

  /** Asks the other end now; after a sleep of the device it is not even asked. */
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
