import { formatNumber } from "../base/number";
import { strings } from "../strings/overview";
import type { BarSeries } from "./bar-series";
import { hourSpan } from "./hour-span";

interface Props {
  hours: readonly number[];
  series: readonly BarSeries[];
  /** The hour that is pointed at. */
  index: number | undefined;
}

/** One hour of a chart in words; its line is always there, so that nothing moves. */
export function Readout({ hours, series, index }: Props) {
  const hour = index === undefined ? undefined : hours[index];
  if (index === undefined || hour === undefined) {
    return <p className="chart-readout">{strings.chart.hint}</p>;
  }
  const counted = series.filter(({ values }) => (values[index] ?? 0) > 0);
  return (
    <p className="chart-readout">
      {hourSpan(hour)}:{" "}
      {counted.length === 0 ? (
        <strong>0</strong>
      ) : (
        counted.map(({ label, values }, place) => (
          <span key={label}>
            {place > 0 && ", "}
            {label} <strong>{formatNumber(values[index] ?? 0)}</strong>
          </span>
        ))
      )}
    </p>
  );
}
