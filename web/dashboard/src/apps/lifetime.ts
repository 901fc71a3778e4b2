const SECONDS = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
const LONGEST = 315_360_000;

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

/** Its seconds; undefined where it is no length of time that the server takes. */
export function secondsOf({ count, unit }: Lifetime): number | undefined {
  if (unit === "never") return 0;
  if (!/^\d{1,9}$/.test(count.trim())) return undefined;
  const seconds = Number(count) * SECONDS[unit];
  return seconds >= 1 && seconds <= LONGEST ? seconds : undefined;
}
