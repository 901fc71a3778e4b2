import { LANGUAGE } from "../base/language";

const format = new Intl.DateTimeFormat(LANGUAGE, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
});

/** Formats unix milliseconds as the time of day in the viewer's time zone, to the second. */
export function clockTime(milliseconds: number): string {
  return format.format(milliseconds);
}
