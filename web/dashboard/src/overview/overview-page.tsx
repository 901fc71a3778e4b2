import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import "./overview.css";
import { strings } from "../strings/overview";
import { ErrorState } from "../ui/error-state";
import { NotUpToDate } from "../ui/not-up-to-date";
import { Page } from "../ui/page";
import { Segments } from "../ui/segments";
import { Skeleton } from "../ui/skeleton";
import { FailuresCard } from "./failures-card";
import { FirstSteps } from "./first-steps";
import { LoginsCard } from "./logins-card";
import { NewestUsers } from "./newest-users";
import { loginsQuery, nowQuery } from "./queries";
import { HOURS, type Range } from "./range";
import { Tiles } from "./tiles";

const RANGES: readonly { id: Range; label: string }[] = [
  { id: "day", label: strings.range.day },
  { id: "week", label: strings.range.week },
  { id: "month", label: strings.range.month },
];

/** The overview of an app: key figures, charts and, before the first login, the first steps. */
export function OverviewPage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/" });
  const { range = "day" } = useSearch({ from: "/signed-in/apps/$appId/" });
  const navigate = useNavigate({ from: "/apps/$appId" });
  const now = useQuery(nowQuery(appId));
  const logins = useQuery(loginsQuery(appId));
  const choose = (id: Range) =>
    void navigate({ search: id === "day" ? {} : { range: id }, replace: true });
  const retry = () => {
    void now.refetch();
    void logins.refetch();
  };
  const shown = useMemo(() => logins.data?.slice(-HOURS[range]) ?? [], [logins.data, range]);
  const ready = now.data && logins.data;
  const isNew = ready && now.data.sessions === 0 && logins.data.every(({ count }) => count === 0);

  return (
    <Page
      title={strings.title}
      context={appId}
      actions={
        <Segments label={strings.range.label} choices={RANGES} value={range} onChange={choose} />
      }
    >
      {ready ? (
        <>
          <NotUpToDate query={now} />
          <Tiles now={now.data} logins={shown} range={range} />
          {isNew && <FirstSteps appId={appId} />}
          <div className="overview">
            <LoginsCard logins={shown} />
            <NewestUsers appId={appId} />
            <FailuresCard appId={appId} range={range} />
          </div>
        </>
      ) : now.isError || logins.isError ? (
        <ErrorState error={now.error ?? logins.error} onRetry={retry} />
      ) : (
        <Skeleton lines={12} />
      )}
    </Page>
  );
}
