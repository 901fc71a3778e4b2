import { LANGUAGE } from "../base/language";

const HOUR_MS = 3_600_000;

const format = new Intl.DateTimeFormat(LANGUAGE, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** The hour that begins at these unix seconds, in the viewer's zone: "3 Feb, 14:00 – 15:00". */
export function hourSpan(seconds: number): string {
  return format.formatRange(seconds * 1_000, seconds * 1_000 + HOUR_MS);
}
