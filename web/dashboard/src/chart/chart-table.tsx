import { formatNumber } from "../base/number";
import { strings } from "../strings/overview";
import type { BarSeries } from "./bar-series";
import { tableRows } from "./table-rows";

interface Props {
  label: string;
  hours: readonly number[];
  series: readonly BarSeries[];
}

/** The numbers of a chart. */
export function ChartTable({ label, hours, series }: Props) {
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{strings.chart.time}</th>
            {series.map((each) => (
              <th scope="col" key={each.label}>
                {each.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableRows(hours, series).map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) => (
                <td key={series[index]?.label}>{formatNumber(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
