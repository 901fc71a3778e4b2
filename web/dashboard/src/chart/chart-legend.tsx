import { formatNumber } from "../base/number";
import type { BarSeries } from "./bar-series";

interface Props {
  series: readonly BarSeries[];
}

/** The legend of a chart, with the total of each series. */
export function ChartLegend({ series }: Props) {
  return (
    <ul className="chart-legend">
      {series.map(({ label, colour, values }) => (
        <li key={label}>
          <span className={`chart-key colour-${colour}`} aria-hidden="true" />
          <span>{label}</span>
          <strong className="numeric">
            {formatNumber(values.reduce((total, value) => total + value, 0))}
          </strong>
        </li>
      ))}
    </ul>
  );
}
