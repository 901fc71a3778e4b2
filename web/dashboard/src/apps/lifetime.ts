import { wholeNumber } from "../form/whole-number";

const SECONDS = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
/** Ten years. */
export const LONGEST_SECONDS = 315_360_000;

/** A duration as typed. `never` means no limit, which is 0 seconds in the API. */
export interface Lifetime {
  count: string;
  unit: LifetimeUnit;
}

export type LifetimeUnit = "never" | keyof typeof SECONDS;

/** Converts seconds to the largest unit that divides them: 604800 is 7 days. */
export function lifetimeOf(seconds: number): Lifetime {
  if (seconds === 0) return { count: "", unit: "never" };
  const unit = (["day", "hour", "minute"] as const).find((each) => seconds % SECONDS[each] === 0);
  return { count: String(seconds / SECONDS[unit ?? "second"]), unit: unit ?? "second" };
}

/** Converts to seconds; undefined if `count` is not a whole number. */
export function secondsOf({ count, unit }: Lifetime): number | undefined {
  if (unit === "never") return 0;
  const whole = wholeNumber(count);
  return whole === undefined ? undefined : whole * SECONDS[unit];
}
