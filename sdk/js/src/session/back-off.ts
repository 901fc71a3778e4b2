import type { Environment } from "../environment.js";

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** After this long without a try, the next one counts as the first. */
const CALM_MS = 300_000;

/** Increasing delays between repeated attempts. */
export class BackOff {
  private tries = 0;
  private lastTry = -Infinity;

  constructor(private readonly env: Environment) {}

  /** Milliseconds until the next try: 0 at first, then about 1 s, 2 s, 4 s ... 60 s. */
  next(): number {
    const now = this.env.now();
    if (now - this.lastTry > CALM_MS) this.tries = 0;
    this.lastTry = now;
    this.tries++;
    if (this.tries === 1) return 0;
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (this.tries - 2));
    return longest * (0.5 + this.env.random() / 2);
  }
}
