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

/** Numbers that were counted over consecutive times, each as long as the others. */
export interface Counts {
  /** Unix seconds at which each time begins. */
  begins: readonly number[];
  /** Unix seconds at which the last one ends. */
  end: number;
  /** Each time in words, in the viewer's zone. */
  labels: readonly string[];
  series: readonly BarSeries[];
}

/** Hours as they were counted: "3 Feb, 14:00 – 15:00". `hours`: unix seconds of their beginnings. */
export function byHour(hours: readonly number[], series: readonly BarSeries[]): Counts {
  return {
    begins: hours,
    end: (hours.at(-1) ?? 0) + HOUR,
    labels: hours.map((hour) => spanFormat.formatRange(hour * 1_000, (hour + HOUR) * 1_000)),
    series,
  };
}

/** Hours added up to the days of the viewer's zone: "Tue, 3 Feb". */
export function byDay(hours: readonly number[], series: readonly BarSeries[]): Counts {
  const labels = hours.map((hour) => dayFormat.format(hour * 1_000));
  const firsts = labels.flatMap((label, index) => (label === labels[index - 1] ? [] : [index]));
  const sumOfDay = (values: readonly number[]) =>
    firsts.map((first, day) =>
      values.slice(first, firsts[day + 1]).reduce((sum, value) => sum + value, 0),
    );
  // The first day and the last are drawn as long as the others, though hours of them are missing.
  return {
    begins: firsts.map((index) => midnight(hours[index] ?? 0, 0)),
    end: midnight(hours.at(-1) ?? 0, 1),
    labels: firsts.map((index) => labels[index] ?? ""),
    series: series.map((each) => ({ ...each, values: sumOfDay(each.values) })),
  };
}

/** When the day of this hour begins in the viewer's zone, or so many days later. */
function midnight(seconds: number, days: number): number {
  const date = new Date(seconds * 1_000);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime() / 1_000;
}
