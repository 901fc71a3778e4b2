import { useEffect, useRef, useSyncExternalStore } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import "./chart.css";
import { currentTheme, watchTheme } from "../theme/theme";
import type { BarSeries } from "./bar-series";
import { barOptions, barData } from "./bar-options";

interface Props {
  /** Unix seconds of the beginning of each hour. */
  hours: readonly number[];
  series: readonly BarSeries[];
  /** Hears which hour is pointed at. */
  onPoint: (index: number | undefined) => void;
}

/** Stacked bars, one each hour. What they say stands in words beside them and in the table. */
export function Bars({ hours, series, onPoint }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  const theme = useSyncExternalStore(watchTheme, currentTheme);
  const shape = JSON.stringify([theme, hours.length, series.map(({ label }) => label)]);

  // A new chart for another shape; new numbers alone are given to the one that is there.
  const latest = useRef({ hours, series, onPoint });
  latest.current = { hours, series, onPoint };
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const { hours: at, series: of } = latest.current;
    const options = barOptions(element, of, (index) => latest.current.onPoint(index));
    const made = new uPlot(options, barData(at, of), element);
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
  useEffect(() => chart.current?.setData(barData(hours, series)), [hours, series]);

  return <div className="bars" ref={place} aria-hidden="true" />;
}
