import { LANGUAGE } from "./language";

const format = new Intl.NumberFormat(LANGUAGE);

/** A count, with its thousands apart. */
export function formatNumber(value: number): string {
  return format.format(value);
}
