import { formatNumber } from "../base/number";
import { strings } from "../strings/overview";
import type { Counts } from "./periods";

interface Props {
  label: string;
  counts: Counts;
}

/** The data of a chart as a table, newest first. */
export function ChartTable({ label, counts: { labels, series } }: Props) {
  const rows = labels.map((label, index) => ({
    label,
    values: series.map(({ values }) => values[index] ?? 0),
  }));
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
          {rows.reverse().map((row) => (
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
