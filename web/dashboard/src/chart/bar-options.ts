import uPlot from "uplot";
import { LANGUAGE } from "../base/language";
import { formatNumber } from "../base/number";
import { stack, type BarSeries } from "./bar-series";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const LEAST_TOP = 4;
const BAR_SHARE = 0.72;
const WIDEST_BAR = 40;

const hourFormat = new Intl.DateTimeFormat(LANGUAGE, { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short" });

/** The numbers as uPlot takes them: the highest stack first, so that the lower ones cover it. */
export function barData(hours: readonly number[], series: readonly BarSeries[]): uPlot.AlignedData {
  return [[...hours], ...stack(series).reverse()];
}

/** How uPlot draws the bars inside `element`, in the colours and the letters of the page. */
export function barOptions(
  element: HTMLElement,
  series: readonly BarSeries[],
  onPoint: (index: number | undefined) => void,
): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = `${parseFloat(style.fontSize)}px ${style.fontFamily}`;
  const paths = uPlot.paths.bars?.({ size: [BAR_SHARE, WIDEST_BAR], align: 1, radius: 0.15 });
  const axis = { stroke: colour("--muted"), font, ticks: { show: false } };
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { range: (_, min, max) => [min, max + HOUR] },
      y: { range: (_, __, max) => [0, Math.max(max * 1.08, LEAST_TOP)] },
    },
    axes: [
      {
        ...axis,
        size: 28,
        gap: 8,
        grid: { show: false },
        values: (_, splits) => timeLabels(splits),
      },
      {
        ...axis,
        size: 44,
        grid: { stroke: colour("--line"), width: 1 },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6],
        values: (_, splits) => splits.map(formatNumber),
      },
    ],
    series: [
      {},
      ...[...series].reverse().map((each) => ({
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
