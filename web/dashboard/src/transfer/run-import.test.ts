import { describe, expect, it } from "vitest";
import type { Batch } from "./batches";
import { NOTHING, type Outcome } from "./outcome";
import { START, withBatch, type Position } from "./position";
import { runImport } from "./run-import";

const one: Outcome = { ...NOTHING, created: 1 };
const batch = (index: number): Batch => ({
  ...{ index, rows: [], bad: [], unit: "line", read: index, ignored: [] },
});

function source(count: number) {
  let index = 0;
  return async () => (index < count ? batch(index++) : undefined);
}

const later = () => new Promise((resolve) => setTimeout(resolve, 1));
const signal = () => new AbortController().signal;

describe("a position", () => {
  it("advances when the missing batch is done", () => {
    let position = START;
    for (const index of [2, 0, 3]) position = withBatch(position, index, one);
    expect(position).toMatchObject({ done: 1, ahead: [2, 3] });
    expect(withBatch(position, 1, one)).toEqual({
      done: 4,
      ahead: [],
      outcome: { ...NOTHING, created: 4 },
    });
  });
});

describe("an import", () => {
  it("sends every batch once, four at a time", async () => {
    const sent: number[] = [];
    let running = 0;
    let most = 0;
    const position = await runImport({
      next: source(11),
      send: async ({ index }) => {
        most = Math.max(most, ++running);
        await later();
        running -= 1;
        sent.push(index);
        return one;
      },
      from: START,
      signal: signal(),
      onProgress: () => undefined,
    });
    expect(sent.sort((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(position).toMatchObject({ done: 11, ahead: [], outcome: { created: 11 } });
    expect(most).toBe(4);
  });

  it("resumes where it stopped, and sends nothing twice", async () => {
    let last: Position = START;
    const first: number[] = [];
    const stopped = runImport({
      next: source(20),
      send: async ({ index }) => {
        if (index === 9) throw new Error("down");
        await later();
        first.push(index);
        return one;
      },
      from: START,
      signal: signal(),
      onProgress: (position) => (last = position),
    });
    await expect(stopped).rejects.toThrow("down");
    expect(last.outcome.created).toBe(first.length);

    const second: number[] = [];
    const position = await runImport({
      next: source(20),
      send: async ({ index }) => {
        second.push(index);
        return one;
      },
      from: last,
      signal: signal(),
      onProgress: () => undefined,
    });
    expect(position).toMatchObject({ done: 20, outcome: { created: 20 } });
    expect([...first, ...second].sort((left, right) => left - right)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
  });

  it("ends when it is aborted", async () => {
    const controller = new AbortController();
    let sent = 0;
    const stopped = runImport({
      next: source(1_000),
      send: async () => {
        if (++sent === 5) controller.abort();
        await later();
        return one;
      },
      from: START,
      signal: controller.signal,
      onProgress: () => undefined,
    });
    await expect(stopped).rejects.toThrow();
    expect(sent).toBeLessThan(10);
  });

  it("completes if it is aborted while the last batches are being sent", async () => {
    const controller = new AbortController();
    let sent = 0;
    const position = await runImport({
      next: source(3),
      send: async () => {
        if (++sent === 3) controller.abort();
        await later();
        return one;
      },
      from: START,
      signal: controller.signal,
      onProgress: () => undefined,
    });
    expect(position).toMatchObject({ done: 3, outcome: { created: 3 } });
  });

  it("rejects if the file cannot be read any further", async () => {
    const next = async () => {
      throw new Error("not UTF-8");
    };
    await expect(
      runImport({
        next,
        send: async () => one,
        from: START,
        signal: signal(),
        onProgress: () => {},
      }),
    ).rejects.toThrow("not UTF-8");
  });
});
