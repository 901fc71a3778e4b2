import { Failure } from "./failure";

const MOST_TRIES = 8;
const LONGEST_WAIT = 30;

interface Options {
  signal: AbortSignal;
  /** Called with the seconds until the next attempt, and with 0 when it is made. */
  onWait: (seconds: number) => void;
  /** Waits; rejects when the signal is aborted. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Retries a task that fails for a temporary reason: no response, status 429 or 503, or a proxy that
 * gets no response (502, 504). Waits as long as the server says, otherwise 1, 2, 4 ... up to 30
 * seconds. Gives up after 8 attempts.
 */
export async function withRetries<Result>(
  task: () => Promise<Result>,
  { signal, onWait, sleep = pause }: Options,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await task();
    } catch (error) {
      const failure = Failure.from(error);
      if (signal.aborted || tries === MOST_TRIES || !passes(failure)) throw failure;
      const seconds = failure.retryAfter ?? Math.min(2 ** (tries - 1), LONGEST_WAIT);
      onWait(seconds);
      await sleep(seconds * 1_000, signal);
      onWait(0);
    }
  }
}

function passes({ status, code }: Failure): boolean {
  return code === "UNREACHABLE" || [429, 502, 503, 504].includes(status ?? 0);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
