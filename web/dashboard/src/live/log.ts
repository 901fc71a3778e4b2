import type { LiveEvent } from "../api/types";

/** How many rows are kept; the oldest go. */
export const MOST_ROWS = 500;

/** What stands in the list: an event, events that were missed, or a new start of the server. */
export type LiveRow =
  | { kind: "event"; key: string; event: LiveEvent }
  | { kind: "gap"; key: string; count: number }
  | { kind: "restart"; key: string };

export interface LiveLog {
  /** The newest first. */
  rows: readonly LiveRow[];
  /** While it is paused: what came since, to be shown on resuming; the newest first. */
  waiting: readonly LiveRow[];
  paused: boolean;
  /** The newest event that came, shown or not. */
  last: Pick<LiveEvent, "id" | "at"> | undefined;
  /** How often the ids have started again; part of the keys of rows. */
  starts: number;
  /** How many events have come since the page was opened. */
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
 * Takes in events in the order in which they came. Ids count up in an app: one that was seen is sent
 * again after a reconnection and left out, a jump means that some were missed, and a smaller id of a
 * later time that the server has restarted.
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

/** Shows what has waited. */
export function resume(log: LiveLog): LiveLog {
  return { ...log, paused: false, rows: keep([...log.waiting, ...log.rows]), waiting: [] };
}

/** Takes away all rows; what comes next is still compared with the newest event. */
export function clear(log: LiveLog): LiveLog {
  return { ...log, rows: [], waiting: [] };
}

/** How many of the rows are events. */
export function countEvents(rows: readonly LiveRow[]): number {
  return rows.reduce((count, { kind }) => count + (kind === "event" ? 1 : 0), 0);
}

export interface LiveFilter {
  /** Empty for all. */
  uid: string;
  kind: LiveEvent["kind"] | "any";
}

/** The rows that match. Gaps stay: what was missed may have matched. */
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
