import type { Environment } from "../environment.js";
import { timedOut } from "../errors/client-errors.js";

/** The time by which a public call must settle, regardless of how many requests it makes. */
export class Deadline {
  private readonly endsAt: number;

  constructor(
    private readonly env: Environment,
    private readonly limitMs: number,
  ) {
    this.endsAt = env.now() + limitMs;
  }

  /** Whether the deadline has passed. */
  get isOver(): boolean {
    return this.env.now() >= this.endsAt;
  }

  /**
   * Settles as the work does, or rejects with TIMEOUT at the deadline.
   * @param onTimeout - runs just before the rejection, to stop the work.
   */
  bound<T>(work: Promise<T>, onTimeout?: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const cancel = this.env.after(Math.max(0, this.endsAt - this.env.now()), () => {
        onTimeout?.();
        reject(timedOut(this.limitMs));
      });
      work.then(resolve, reject).finally(cancel);
    });
  }
}
