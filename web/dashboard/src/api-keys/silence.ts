import type { ApiKey } from "../api/types";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Whether something has used the key within the last day. */
export function wasUsedToday({ lastUsedAt }: ApiKey, now: number): boolean {
  return lastUsedAt !== undefined && now - lastUsedAt < DAY;
}

export interface Silence {
  /** In use since there is a successor, not used for less than an hour, or for longer. */
  state: "in-use" | "waiting" | "silent";
  /** How long it has not been used, counted from the creation of the successor at the earliest. */
  seconds: number;
}

/** How far a key that is being replaced has fallen silent. Times are unix seconds. */
export function silenceOf(old: ApiKey, successor: ApiKey, now: number): Silence {
  const lastUsedAt = old.lastUsedAt ?? 0;
  const seconds = Math.max(0, now - Math.max(lastUsedAt, successor.createdAt));
  if (seconds >= HOUR) return { state: "silent", seconds };
  return { state: lastUsedAt > successor.createdAt ? "in-use" : "waiting", seconds };
}

/** "3 hours", "20 minutes": a length of time in the largest unit that it fills. */
export function roughly(seconds: number): string {
  const [count, unit] =
    seconds >= 2 * DAY
      ? [Math.floor(seconds / DAY), "day"]
      : seconds >= HOUR
        ? [Math.floor(seconds / HOUR), "hour"]
        : [Math.floor(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
