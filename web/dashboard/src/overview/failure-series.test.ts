import { describe, expect, it } from "vitest";
import { failureSeries } from "./failure-series";

describe("failureSeries", () => {
  it("puts the most frequent code first", () => {
    const series = failureSeries([
      { hour: 0, failures: { B: 1, A: 1 } },
      { hour: 3_600, failures: { B: 2 } },
    ]);
    expect(series).toEqual([
      { label: "B", colour: 1, values: [1, 2] },
      { label: "A", colour: 2, values: [1, 0] },
    ]);
  });

  it("groups codes without a colour of their own", () => {
    const failures = Object.fromEntries(
      ["A", "B", "C", "D", "E", "F", "G"].map((c, i) => [c, 9 - i]),
    );
    const series = failureSeries([{ hour: 0, failures }]);
    expect(series.map(({ label }) => label)).toEqual(["A", "B", "C", "D", "E", "Others"]);
    expect(series.at(-1)?.values).toEqual([4 + 3]);
  });

  it("has no series if nothing failed", () => {
    expect(failureSeries([{ hour: 0, failures: {} }])).toEqual([]);
  });
});
