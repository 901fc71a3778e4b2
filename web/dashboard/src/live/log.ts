import type { LiveEvent } from "../api/types";

/** The maximum number of rows; the oldest are dropped. */
export const MOST_ROWS = 500;

/** A row of the list: an event, a gap of missed events, or a restart of the server. */
export type LiveRow =
  | { kind: "event"; key: string; event: LiveEvent }
  | { kind: "gap"; key: string; count: number }
  | { kind: "restart"; key: string };

export interface LiveLog {
  /** Newest first. */
  rows: readonly LiveRow[];
  /** Rows received while paused, shown on resume; newest first. */
  waiting: readonly LiveRow[];
  paused: boolean;
  /** The newest event received, shown or not. */
  last: Pick<LiveEvent, "id" | "at"> | undefined;
  /** How often the ids have restarted; part of the row keys. */
  starts: number;
  /** The number of events received since the page was opened. */
  received: number;
}

export const EMPTY_LOG: LiveLog = {
  rows: [],
  waiting: [],
  paused: false,
  last: undefined,
  starts: 0,
  received: 0,
};

/**
 * Adds events in the order received. Ids increase within an app: an id seen before is a repeat
 * after a reconnection and is ignored, a jump means that events were missed, and a smaller id with
 * a later time means that the server has restarted.
 */
export function receive(log: LiveLog, events: readonly LiveEvent[]): LiveLog {
  let { last, starts, received } = log;
  const added: LiveRow[] = [];
  for (const event of events) {
    let missed = last ? event.id - last.id - 1 : 0;
    if (last && event.id <= last.id) {
      if (event.at <= last.at) continue;
      starts += 1;
      missed = event.id - 1;
      added.unshift({ kind: "restart", key: `${starts}:restart` });
    }
    if (missed > 0) added.unshift({ kind: "gap", key: `${starts}:gap:${event.id}`, count: missed });
    added.unshift({ kind: "event", key: `${starts}:${event.id}`, event });
    last = { id: event.id, at: event.at };
    received += 1;
  }
  const next = { ...log, last, starts, received };
  return log.paused
    ? { ...next, waiting: keep([...added, ...log.waiting]) }
    : { ...next, rows: keep([...added, ...log.rows]) };
}

export function pause(log: LiveLog): LiveLog {
  return { ...log, paused: true };
}

/** Shows the rows received while paused. */
export function resume(log: LiveLog): LiveLog {
  return { ...log, paused: false, rows: keep([...log.waiting, ...log.rows]), waiting: [] };
}

/** Removes all rows. The newest event is remembered, so that later gaps are still noticed. */
export function clear(log: LiveLog): LiveLog {
  return { ...log, rows: [], waiting: [] };
}

/** The number of rows that are events. */
export function countEvents(rows: readonly LiveRow[]): number {
  return rows.reduce((count, { kind }) => count + (kind === "event" ? 1 : 0), 0);
}

export interface LiveFilter {
  /** Empty for all. */
  uid: string;
  kind: LiveEvent["kind"] | "any";
}

/** The rows that match. Gaps and restarts stay: missed events may have matched. */
export function matching(rows: readonly LiveRow[], { uid, kind }: LiveFilter): LiveRow[] {
  const wanted = uid.trim().toLowerCase();
  return rows.filter(
    (row) =>
      row.kind !== "event" ||
      ((kind === "any" || row.event.kind === kind) &&
        (wanted === "" || (row.event.uid ?? "").includes(wanted))),
  );
}

function keep(rows: LiveRow[]): LiveRow[] {
  return rows.length > MOST_ROWS ? rows.slice(0, MOST_ROWS) : rows;
}
