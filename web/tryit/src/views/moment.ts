import { el } from "../dom";

/** A point in time in local format, without the date if it is today. */
export function moment(unixSeconds: number): HTMLElement {
  const when = new Date(unixSeconds * 1_000);
  const isToday = when.toDateString() === new Date().toDateString();
  const text = isToday ? when.toLocaleTimeString() : when.toLocaleString();
  return el("time", { datetime: when.toISOString() }, text);
}
