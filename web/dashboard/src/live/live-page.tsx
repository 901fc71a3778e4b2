import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import "./live.css";
import "../ui/card.css";
import { strings } from "../strings/live";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";
import { SearchField } from "../ui/search-field";
import { Select } from "../ui/select";
import { TableSkeleton } from "../ui/table-skeleton";
import { Announcer } from "./announcer";
import { ConnectionBadge } from "./connection-badge";
import { EventTable } from "./event-table";
import { clear, countEvents, matching, MOST_ROWS, pause, resume, type LiveFilter } from "./log";
import { useLive } from "./use-live";

const KINDS: { id: LiveFilter["kind"]; label: string }[] = [
  { id: "any", label: strings.filter.anyKind },
  ...Object.entries(strings.kind).map(([id, label]) => ({ id: id as LiveFilter["kind"], label })),
];
const EVERYTHING: LiveFilter = { uid: "", kind: "any" };

/** The live page: the events of an app as they happen. */
export function LivePage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/live" });
  const { log, setLog, state } = useLive(appId);
  const [filter, setFilter] = useState(EVERYTHING);
  const rows = matching(log.rows, filter);
  const waiting = countEvents(log.waiting);
  return (
    <Page
      title={strings.title}
      lead={strings.lead}
      context={appId}
      actions={
        <div className="live-actions">
          <ConnectionBadge state={state} paused={log.paused} />
          {log.paused && <span className="muted numeric">{strings.waiting(waiting)}</span>}
          <Button
            kind={log.paused ? "primary" : "normal"}
            onPress={() => setLog(log.paused ? resume : pause)}
          >
            {log.paused ? strings.resume : strings.pause}
          </Button>
          <Button kind="quiet" onPress={() => setLog(clear)}>
            {strings.clear}
          </Button>
        </div>
      }
    >
      <div className="live-filters" role="search">
        <SearchField
          label={strings.filter.user}
          placeholder={strings.filter.user}
          value={filter.uid}
          onChange={(uid) => setFilter({ ...filter, uid })}
        />
        <Select
          label={strings.filter.kind}
          hideLabel
          choices={KINDS}
          value={filter.kind}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
      </div>
      <div className="card flush live-card">
        {rows.length > 0 ? (
          <EventTable appId={appId} rows={rows} />
        ) : log.rows.length > 0 ? (
          <EmptyState icon="search" {...strings.noMatch} />
        ) : state === "connecting" ? (
          <TableSkeleton rows={6} />
        ) : (
          <EmptyState icon="live" {...(state === "lost" ? strings.lost : strings.empty)} />
        )}
      </div>
      <p className="live-kept">{strings.kept(MOST_ROWS)}</p>
      <Announcer received={log.received} />
    </Page>
  );
}
