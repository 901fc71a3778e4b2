import { describe, expect, it } from "vitest";
import { tableRows } from "./table-rows";

const MIDNIGHT = 1_771_286_400;
const hours = (count: number) => Array.from({ length: count }, (_, i) => MIDNIGHT + i * 3_600);

describe("tableRows", () => {
  it("has an hour each for a day, the newest first", () => {
    const rows = tableRows(hours(2), [{ label: "A", colour: 1, values: [1, 2] }]);
    expect(rows.map(({ values }) => values)).toEqual([[2], [1]]);
  });

  it("adds longer times up to days", () => {
    const ones = hours(72).map(() => 1);
    const rows = tableRows(hours(72), [
      { label: "A", colour: 1, values: ones },
      { label: "B", colour: 2, values: ones.map(() => 2) },
    ]);
    expect(rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(72);
    expect(rows.reduce((sum, { values }) => sum + (values[1] ?? 0), 0)).toBe(144);
    expect(rows.length).toBeLessThanOrEqual(4);
  });
});
