import uPlot from "uplot";
import { LANGUAGE } from "../base/language";
import { formatNumber } from "../base/number";
import { stack } from "./bar-series";
import type { Counts } from "./periods";

const DAY = 86_400;
const LEAST_TOP = 4;
const BAR_SHARE = 0.72;
const WIDEST_BAR = 40;
// In em, because they hold text.
const LABEL_WIDTH = 6;
const LABEL_OVERHANG = 2.5; // Half of the last label extends past the last bar.
const NUMBERS_WIDTH = 3.5;

const hourFormat = new Intl.DateTimeFormat(LANGUAGE, { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short" });

/** The data for uPlot: the top of the stack first, so that lower series are drawn over it. */
export function barData({ begins, series }: Counts): uPlot.AlignedData {
  return [[...begins], ...stack(series).reverse()];
}

/**
 * The uPlot options for bars inside `element`, with the colours and font of the page. `latest`
 * returns the current data.
 */
export function barOptions(
  element: HTMLElement,
  latest: () => Counts,
  onPoint: (index: number | undefined) => void,
): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const em = parseFloat(style.fontSize);
  const font = `${em}px ${style.fontFamily}`;
  const paths = uPlot.paths.bars?.({ size: [BAR_SHARE, WIDEST_BAR], align: 1, radius: 0.15 });
  const axis = { stroke: colour("--muted"), font, ticks: { show: false } };
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [em, LABEL_OVERHANG * em, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { range: (_, min) => [min, latest().end] },
      y: { range: (_, __, max) => [0, Math.max(max * 1.08, LEAST_TOP)] },
    },
    axes: [
      {
        ...axis,
        size: 2.5 * em,
        gap: 0.75 * em,
        space: LABEL_WIDTH * em,
        grid: { show: false },
        values: (_, splits) => timeLabels(splits),
      },
      {
        ...axis,
        size: NUMBERS_WIDTH * em,
        space: 2.5 * em,
        grid: { stroke: colour("--line"), width: 1 },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6],
        values: (_, splits) => splits.map(formatNumber),
      },
    ],
    series: [
      {},
      ...[...latest().series].reverse().map((each) => ({
        label: each.label,
        fill: colour(`--chart-${each.colour}`),
        width: 0,
        points: { show: false },
        ...(paths && { paths }),
      })),
    ],
    hooks: { setCursor: [({ cursor: { idx } }) => onPoint(idx ?? undefined)] },
  };
}

function timeLabels(splits: number[]): string[] {
  const step = (splits[1] ?? 0) - (splits[0] ?? 0);
  const format = step >= DAY ? dayFormat : hourFormat;
  return splits.map((seconds) => format.format(seconds * 1_000));
}
