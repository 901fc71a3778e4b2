import { describe, expect, it } from "vitest";
import { inParallel } from "./in-parallel";

describe("inParallel", () => {
  it("runs at most `limit` tasks at once, and returns failed items", async () => {
    let running = 0;
    let most = 0;
    const progress: number[] = [];
    const failed = await inParallel(
      [1, 2, 3, 4, 5, 6, 7],
      3,
      async (item) => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
        if (item === 4) throw new Error("no");
      },
      (done) => progress.push(done),
    );
    expect(most).toBe(3);
    expect(failed).toEqual([{ item: 4, reason: new Error("no") }]);
    expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("does nothing for an empty list", async () => {
    const never = () => Promise.reject(new Error("never"));
    expect(await inParallel([], 4, never, () => undefined)).toEqual([]);
  });
});
