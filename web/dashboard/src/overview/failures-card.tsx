import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChartCard } from "../chart/chart-card";
import { strings } from "../strings/overview";
import { Card } from "../ui/card";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { failureSeries } from "./failure-series";
import { failuresQuery } from "./queries";
import { HOURS, type Range } from "./range";

interface Props {
  appId: string;
  range: Range;
}

/** Refused logins and calls over time, by error code. */
export function FailuresCard({ appId, range }: Props) {
  const failures = useQuery(failuresQuery(appId));
  const shown = useMemo(() => failures.data?.slice(-HOURS[range]) ?? [], [failures.data, range]);
  const hours = useMemo(() => shown.map(({ hour }) => hour), [shown]);
  const series = useMemo(() => failureSeries(shown), [shown]);
  const { title, lead, none } = strings.failures;
  if (failures.data) {
    return <ChartCard title={title} lead={lead} hours={hours} series={series} none={none} />;
  }
  return (
    <Card title={title} lead={lead}>
      <div className="chart-body">
        {failures.isError ? (
          <ErrorState error={failures.error} onRetry={() => void failures.refetch()} />
        ) : (
          <Skeleton lines={7} />
        )}
      </div>
    </Card>
  );
}
