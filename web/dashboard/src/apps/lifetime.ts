import { wholeNumber } from "../form/whole-number";

const SECONDS = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
/** Ten years. */
export const LONGEST_SECONDS = 315_360_000;

/** A length of time as one types it. `never` is 0 seconds in the API: no limit. */
export interface Lifetime {
  count: string;
  unit: LifetimeUnit;
}

export type LifetimeUnit = "never" | keyof typeof SECONDS;

/** The lifetime in its largest unit that fits: 604800 is 7 days. */
export function lifetimeOf(seconds: number): Lifetime {
  if (seconds === 0) return { count: "", unit: "never" };
  const unit = (["day", "hour", "minute"] as const).find((each) => seconds % SECONDS[each] === 0);
  return { count: String(seconds / SECONDS[unit ?? "second"]), unit: unit ?? "second" };
}

/** Its seconds; undefined when it is not a whole number of its unit. */
export function secondsOf({ count, unit }: Lifetime): number | undefined {
  if (unit === "never") return 0;
  const whole = wholeNumber(count);
  return whole === undefined ? undefined : whole * SECONDS[unit];
}
