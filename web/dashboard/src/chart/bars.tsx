import { useEffect, useRef, useSyncExternalStore } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import "./chart.css";
import { currentTheme, watchTheme } from "../theme/theme";
import { barOptions, barData } from "./bar-options";
import type { Counts } from "./periods";

interface Props {
  counts: Counts;
  /** Called with the index of the bar under the pointer. */
  onPoint: (index: number | undefined) => void;
}

/** Stacked bars, one per period. Hidden from screen readers, which can read the table instead. */
export function Bars({ counts, onPoint }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  const theme = useSyncExternalStore(watchTheme, currentTheme);
  const shape = JSON.stringify([
    theme,
    counts.begins.length,
    counts.series.map(({ label }) => label),
  ]);

  // A new shape needs a new chart; new numbers are passed to the existing one.
  const latest = useRef({ counts, onPoint });
  latest.current = { counts, onPoint };
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const options = barOptions(
      element,
      () => latest.current.counts,
      (index) => latest.current.onPoint(index),
    );
    const made = new uPlot(options, barData(latest.current.counts), element);
    chart.current = made;
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      chart.current = undefined;
    };
  }, [shape]);
  useEffect(() => chart.current?.setData(barData(counts)), [counts]);

  return <div className="bars" ref={place} aria-hidden="true" />;
}
