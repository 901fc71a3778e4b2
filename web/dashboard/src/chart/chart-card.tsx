import { lazy, Suspense, useMemo, useState } from "react";
import "./chart.css";
import { strings } from "../strings/overview";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import type { BarSeries } from "./bar-series";
import { ChartLegend } from "./chart-legend";
import { ChartTable } from "./chart-table";
import { byDay, byHour } from "./periods";
import { Readout } from "./readout";

// uPlot is loaded with the first chart.
const Bars = lazy(() => import("./bars").then((module) => ({ default: module.Bars })));

interface Props {
  title: string;
  lead: string;
  /** The start of each hour in Unix seconds. */
  hours: readonly number[];
  series: readonly BarSeries[];
  /** Shown if all values are zero. */
  none: { title: string; text: string };
}

// More hours than this are grouped by day, in the chart and in the table.
const MOST_BARS = 168;
const MOST_ROWS = 24;

/** A chart of counts per hour, or per day if there are many. Can also be shown as a table. */
export function ChartCard({ title, lead, hours, series, none }: Props) {
  const [isTable, setIsTable] = useState(false);
  const [pointed, setPointed] = useState<number>();
  const isEmpty = series.every(({ values }) => values.every((value) => value === 0));
  const most = isTable ? MOST_ROWS : MOST_BARS;
  const counts = useMemo(
    () => (hours.length > most ? byDay : byHour)(hours, series),
    [hours, series, most],
  );
  return (
    <Card
      title={title}
      lead={lead}
      actions={
        <Button
          small
          kind="quiet"
          icon={isTable ? "chart" : "table"}
          isDisabled={isEmpty}
          onPress={() => setIsTable(!isTable)}
        >
          {isTable ? strings.chart.asChart : strings.chart.asTable}
        </Button>
      }
    >
      <div className="chart-body">
        {isEmpty ? (
          <EmptyState icon="chart" {...none} />
        ) : isTable ? (
          <ChartTable label={strings.chart.table(title)} counts={counts} />
        ) : (
          <>
            <Readout counts={counts} index={pointed} />
            <Suspense fallback={<div className="bars" />}>
              <Bars counts={counts} onPoint={setPointed} />
            </Suspense>
            <ChartLegend series={series} />
          </>
        )}
      </div>
    </Card>
  );
}
