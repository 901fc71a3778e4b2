import { LANGUAGE } from "./language";

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const format = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "always" });

// Clocks differ: what has just happened may be in the future for the viewer.
const TOLERANCE = 20;

/** `seconds` relative to `now`, both in Unix seconds: "3 minutes ago", "in 2 days", "just now". */
export function relativeTime(seconds: number, now: number): string {
  const difference = seconds - now;
  for (const [unit, length] of UNITS) {
    if (Math.abs(difference) < length) continue;
    // Future times are rounded: one second short of 12 hours must not read "in 11 hours".
    const count = difference > 0 ? Math.round(difference / length) : Math.ceil(difference / length);
    return format.format(count, unit);
  }
  return difference > TOLERANCE ? "in a moment" : "just now";
}
