import { useMemo } from "react";
import type { Statistics } from "../api/types";
import { ChartCard } from "../chart/chart-card";
import { strings } from "../strings/overview";

interface Props {
  /** The hours to show. */
  logins: Statistics["logins"];
}

/** The number of logins over time. */
export function LoginsCard({ logins }: Props) {
  const hours = useMemo(() => logins.map(({ hour }) => hour), [logins]);
  const series = useMemo(
    () => [{ label: strings.logins.series, colour: 1, values: logins.map(({ count }) => count) }],
    [logins],
  );
  return (
    <ChartCard
      title={strings.logins.title}
      lead={strings.logins.lead}
      hours={hours}
      series={series}
      none={strings.logins.none}
    />
  );
}
