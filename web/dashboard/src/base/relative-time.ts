import { LANGUAGE } from "./language";

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const format = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "always" });

// Clocks differ, and what has just happened may be ahead of the viewer's.
const TOLERANCE = 20;

/** How long ago or ahead `seconds` (unix) is at `now`: "3 minutes ago", "in 2 days", "just now". */
export function relativeTime(seconds: number, now: number): string {
  const difference = seconds - now;
  for (const [unit, length] of UNITS) {
    if (Math.abs(difference) < length) continue;
    // What is a second short of 12 hours ahead is not "in 11 hours".
    const count = difference > 0 ? Math.round(difference / length) : Math.ceil(difference / length);
    return format.format(count, unit);
  }
  return difference > TOLERANCE ? "in a moment" : "just now";
}
