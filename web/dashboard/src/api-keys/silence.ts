import type { ApiKey } from "../api/types";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Whether the key was used within the last day. */
export function wasUsedToday({ lastUsedAt }: ApiKey, now: number): boolean {
  return lastUsedAt !== undefined && now - lastUsedAt < DAY;
}

export interface Silence {
  /**
   * `silent`: unused for an hour or more. `in-use`: used within the hour, after the successor was
   * created. `waiting`: unused since the successor was created, which is less than an hour ago.
   */
  state: "in-use" | "waiting" | "silent";
  /** Seconds since the last use or, if that is later, since the successor was created. */
  seconds: number;
}

/** Whether a key that is being replaced is still in use. `now` is in Unix seconds. */
export function silenceOf(old: ApiKey, successor: ApiKey, now: number): Silence {
  const lastUsedAt = old.lastUsedAt ?? 0;
  const seconds = Math.max(0, now - Math.max(lastUsedAt, successor.createdAt));
  if (seconds >= HOUR) return { state: "silent", seconds };
  return { state: lastUsedAt > successor.createdAt ? "in-use" : "waiting", seconds };
}

/** A duration rounded down to minutes, hours or, from two days on, days: "3 hours". */
export function roughly(seconds: number): string {
  const [count, unit] =
    seconds >= 2 * DAY
      ? [Math.floor(seconds / DAY), "day"]
      : seconds >= HOUR
        ? [Math.floor(seconds / HOUR), "hour"]
        : [Math.floor(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
