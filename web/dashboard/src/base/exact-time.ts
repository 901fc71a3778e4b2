import { LANGUAGE } from "./language";

const format = new Intl.DateTimeFormat(LANGUAGE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
});

/** Formats Unix seconds in the viewer's time zone, to the second, with the name of the zone. */
export function exactTime(seconds: number): string {
  return format.format(seconds * 1_000);
}
