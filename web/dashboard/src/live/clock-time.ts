import { LANGUAGE } from "../base/language";

const format = new Intl.DateTimeFormat(LANGUAGE, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
});

/** The time of day in the viewer's zone, to the second, of unix milliseconds. */
export function clockTime(milliseconds: number): string {
  return format.format(milliseconds);
}
