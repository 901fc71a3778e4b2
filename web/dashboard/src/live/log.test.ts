import { describe, expect, it } from "vitest";
import type { LiveEvent } from "../api/types";
import {
  clear,
  countEvents,
  EMPTY_LOG,
  matching,
  MOST_ROWS,
  pause,
  receive,
  resume,
  type LiveRow,
} from "./log";

const event = (id: number, part: Partial<LiveEvent> = {}): LiveEvent => ({
  id,
  at: 1_000 * id,
  kind: "login",
  uid: "superhero1",
  ...part,
});
const said = (rows: readonly LiveRow[]) =>
  rows.map((row) =>
    row.kind === "event" ? row.event.id : row.kind === "gap" ? `gap ${row.count}` : row.kind,
  );

describe("the live log", () => {
  it("shows the newest first, without a gap before the first event", () => {
    expect(said(receive(EMPTY_LOG, [event(41), event(42)]).rows)).toEqual([42, 41]);
  });

  it("says how many ids were skipped", () => {
    const log = receive(receive(EMPTY_LOG, [event(1)]), [event(5), event(6)]);
    expect(said(log.rows)).toEqual([6, 5, "gap 3", 1]);
  });

  it("ignores events that are repeated after a reconnection", () => {
    const log = receive(receive(EMPTY_LOG, [event(1), event(2)]), [event(1), event(2), event(3)]);
    expect(said(log.rows)).toEqual([3, 2, 1]);
    expect(log.received).toBe(3);
  });

  it("detects a restart of the server and the events missed since", () => {
    const before = receive(EMPTY_LOG, [event(7)]);
    const log = receive(before, [event(1, { at: 9_000 }), event(2, { at: 9_001 })]);
    expect(said(log.rows)).toEqual([2, 1, "restart", 7]);
    expect(said(receive(before, [event(3, { at: 9_000 })]).rows)).toEqual([
      3,
      "gap 2",
      "restart",
      7,
    ]);
    expect(new Set(log.rows.map(({ key }) => key)).size).toBe(4);
  });

  it("holds events while paused, and shows them on resume", () => {
    const paused = receive(pause(receive(EMPTY_LOG, [event(1)])), [event(2), event(4)]);
    expect(said(paused.rows)).toEqual([1]);
    expect(countEvents(paused.waiting)).toBe(2);
    const resumed = resume(paused);
    expect(said(resumed.rows)).toEqual([4, "gap 1", 2, 1]);
    expect(resumed.waiting).toEqual([]);
  });

  it("keeps 500 rows, both shown and waiting", () => {
    const many = Array.from({ length: MOST_ROWS + 20 }, (_, index) => event(index + 1));
    expect(said(receive(EMPTY_LOG, many).rows).at(0)).toBe(520);
    expect(receive(EMPTY_LOG, many).rows).toHaveLength(MOST_ROWS);
    expect(receive(pause(EMPTY_LOG), many).waiting).toHaveLength(MOST_ROWS);
  });

  it("does not show cleared events again", () => {
    const cleared = clear(receive(EMPTY_LOG, [event(1), event(2)]));
    expect(receive(cleared, [event(2)]).rows).toEqual([]);
    expect(said(receive(cleared, [event(3)]).rows)).toEqual([3]);
  });
});

describe("the filter", () => {
  const { rows } = receive(EMPTY_LOG, [
    event(1),
    event(2, { uid: "superhero2", kind: "failure" }),
    event(9, { uid: undefined, kind: "failure" }),
  ]);

  it("matches the kind and part of the UID, and keeps gaps", () => {
    expect(said(matching(rows, { uid: "", kind: "failure" }))).toEqual([9, "gap 6", 2]);
    expect(said(matching(rows, { uid: " HERO2 ", kind: "any" }))).toEqual(["gap 6", 2]);
  });
});
