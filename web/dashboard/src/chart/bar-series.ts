/** One series of counts, with a value per period. */
export interface BarSeries {
  label: string;
  /** The number of its colour, from --chart-1 to --chart-6. */
  colour: number;
  values: readonly number[];
}

/** Adds to each series those before it, for bars that are drawn over each other. */
export function stack(series: readonly BarSeries[]): number[][] {
  let below: readonly number[] = [];
  return series.map(({ values }) => {
    const sums = values.map((value, index) => value + (below[index] ?? 0));
    below = sums;
    return sums;
  });
}
