import { LANGUAGE } from "../base/language";
import type { BarSeries } from "./bar-series";

const HOUR = 3_600;

const spanFormat = new Intl.DateTimeFormat(LANGUAGE, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const dayFormat = new Intl.DateTimeFormat(LANGUAGE, {
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** Counts over consecutive periods of equal length. */
export interface Counts {
  /** The start of each period in Unix seconds. */
  begins: readonly number[];
  /** The end of the last period in Unix seconds. */
  end: number;
  /** Each period as text, in the viewer's time zone. */
  labels: readonly string[];
  series: readonly BarSeries[];
}

/** One period per hour: "3 Feb, 14:00 – 15:00". `hours` are their starts in Unix seconds. */
export function byHour(hours: readonly number[], series: readonly BarSeries[]): Counts {
  return {
    begins: hours,
    end: (hours.at(-1) ?? 0) + HOUR,
    labels: hours.map((hour) => spanFormat.formatRange(hour * 1_000, (hour + HOUR) * 1_000)),
    series,
  };
}

/** One period per day in the viewer's time zone: "Tue, 3 Feb". */
export function byDay(hours: readonly number[], series: readonly BarSeries[]): Counts {
  const labels = hours.map((hour) => dayFormat.format(hour * 1_000));
  const firsts = labels.flatMap((label, index) => (label === labels[index - 1] ? [] : [index]));
  const sumOfDay = (values: readonly number[]) =>
    firsts.map((first, day) =>
      values.slice(first, firsts[day + 1]).reduce((sum, value) => sum + value, 0),
    );
  // The first and last day are drawn at full width, although some of their hours are missing.
  return {
    begins: firsts.map((index) => midnight(hours[index] ?? 0, 0)),
    end: midnight(hours.at(-1) ?? 0, 1),
    labels: firsts.map((index) => labels[index] ?? ""),
    series: series.map((each) => ({ ...each, values: sumOfDay(each.values) })),
  };
}

/** Midnight of the day of `seconds` in the viewer's time zone, plus `days`. In Unix seconds. */
function midnight(seconds: number, days: number): number {
  const date = new Date(seconds * 1_000);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime() / 1_000;
}
