import { formatNumber } from "../base/number";
import type { Counts } from "./periods";

interface Props {
  counts: Counts;
  /** The index of the bar under the pointer. */
  index: number | undefined;
}

/** The values of one bar as text. The line is always there, so that nothing moves. */
export function Readout({ counts: { labels, series }, index }: Props) {
  const label = index === undefined ? undefined : labels[index];
  if (index === undefined || label === undefined) {
    return <p className="chart-readout" />;
  }
  const counted = series.filter(({ values }) => (values[index] ?? 0) > 0);
  return (
    <p className="chart-readout">
      {label}:{" "}
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
