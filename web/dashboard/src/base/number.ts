import { LANGUAGE } from "./language";

const format = new Intl.NumberFormat(LANGUAGE);

/** Formats a count with thousands separators. */
export function formatNumber(value: number): string {
  return format.format(value);
}
