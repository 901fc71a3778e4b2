/** One kind of thing that is counted, hour by hour. */
export interface BarSeries {
  label: string;
  /** The place of its colour among --chart-1 to --chart-6. */
  colour: number;
  values: readonly number[];
}

/** Each series on top of those before it, as bars that are drawn over each other need it. */
export function stack(series: readonly BarSeries[]): number[][] {
  let below: readonly number[] = [];
  return series.map(({ values }) => {
    const sums = values.map((value, index) => value + (below[index] ?? 0));
    below = sums;
    return sums;
  });
}
