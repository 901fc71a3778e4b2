import { LANGUAGE } from "../base/language";
import type { BarSeries } from "./bar-series";
import { hourSpan } from "./hour-span";

const MOST_HOURS = 24;

const dayFormat = new Intl.DateTimeFormat(LANGUAGE, {
  weekday: "short",
  day: "numeric",
  month: "short",
});

export interface TableRow {
  label: string;
  /** One a series. */
  values: number[];
}

/** A chart as rows, the newest first: an hour each up to a day, else a day each in the viewer's zone. */
export function tableRows(hours: readonly number[], series: readonly BarSeries[]): TableRow[] {
  const labelOf =
    hours.length <= MOST_HOURS ? hourSpan : (seconds: number) => dayFormat.format(seconds * 1_000);
  const rows = new Map<string, TableRow>();
  hours.forEach((hour, index) => {
    const label = labelOf(hour);
    const row = rows.get(label) ?? { label, values: series.map(() => 0) };
    row.values = row.values.map((value, place) => value + (series[place]?.values[index] ?? 0));
    rows.set(label, row);
  });
  return [...rows.values()].reverse();
}
