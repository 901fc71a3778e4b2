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

// uPlot comes with the first chart.
const Bars = lazy(() => import("./bars").then((module) => ({ default: module.Bars })));

interface Props {
  title: string;
  lead: string;
  /** Unix seconds of the beginning of each hour. */
  hours: readonly number[];
  series: readonly BarSeries[];
  /** Said when all is zero. */
  none: { title: string; text: string };
}

// More hours than these are drawn as days, and read as days in the table.
const MOST_BARS = 168;
const MOST_ROWS = 24;

/**
 * A chart of what happened each hour, or each day where there are many hours. It can be read as a
 * table as well.
 */
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
