import type { Failures } from "../api/types";
import type { BarSeries } from "../chart/bar-series";
import { strings } from "../strings/overview";

const OWN_COLOURS = 5;

/** One series per error code, most frequent first. Rare codes share the series "Others". */
export function failureSeries(hours: Failures["hours"]): BarSeries[] {
  const totals = new Map<string, number>();
  for (const { failures } of hours) {
    for (const [code, count] of Object.entries(failures)) {
      totals.set(code, (totals.get(code) ?? 0) + count);
    }
  }
  const codes = [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code]) => code);
  // Five codes and "Others"; exactly six codes get a colour each.
  const own = codes.length > OWN_COLOURS + 1 ? codes.slice(0, OWN_COLOURS) : codes;
  const rest = codes.slice(own.length);
  const series = own.map((code, index) => ({
    label: code,
    colour: index + 1,
    values: hours.map(({ failures }) => failures[code] ?? 0),
  }));
  if (rest.length === 0) return series;
  const sumOfRest = ({ failures }: Failures["hours"][number]) =>
    rest.reduce((sum, code) => sum + (failures[code] ?? 0), 0);
  return [
    ...series,
    { label: strings.failures.other, colour: OWN_COLOURS + 1, values: hours.map(sumOfRest) },
  ];
}
