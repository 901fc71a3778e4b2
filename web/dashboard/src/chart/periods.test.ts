import { describe, expect, it } from "vitest";
import { byDay, byHour } from "./periods";

const HOUR = 3_600;
const NOON = 1_771_329_600;
const hoursFromNoon = (count: number) => Array.from({ length: count }, (_, i) => NOON + i * HOUR);
const ones = (count: number) => Array.from({ length: count }, () => 1);
const sum = (values: readonly number[] = []) => values.reduce((total, value) => total + value, 0);

describe("byHour", () => {
  it("keeps each hour, and returns the end", () => {
    const counts = byHour(hoursFromNoon(2), [{ label: "A", colour: 1, values: [1, 2] }]);
    expect(counts.begins).toEqual([NOON, NOON + HOUR]);
    expect(counts.end).toBe(NOON + 2 * HOUR);
    expect(counts.series[0]?.values).toEqual([1, 2]);
    expect(counts.labels[0]).toMatch(/\d{1,2}:00.+\d{1,2}:00/);
  });
});

describe("byDay", () => {
  // In any time zone, 72 hours are part of three or four days.
  const counts = byDay(hoursFromNoon(72), [
    { label: "A", colour: 1, values: ones(72) },
    { label: "B", colour: 2, values: ones(72).map(() => 2) },
  ]);

  it("groups all hours by day", () => {
    expect(counts.begins.length).toBeGreaterThanOrEqual(3);
    expect(counts.begins.length).toBeLessThanOrEqual(4);
    expect(counts.series.map(({ values }) => sum(values))).toEqual([72, 144]);
    expect(Math.max(...(counts.series[0]?.values ?? []))).toBe(24);
  });

  it("draws each day from midnight to midnight", () => {
    const isMidnight = (seconds: number) => new Date(seconds * 1_000).getHours() === 0;
    expect([...counts.begins, counts.end].every(isMidnight)).toBe(true);
    expect(counts.end).toBeGreaterThan(counts.begins.at(-1) ?? 0);
  });

  it("has one label and one value per day", () => {
    expect(new Set(counts.labels).size).toBe(counts.labels.length);
    expect(counts.labels.length).toBe(counts.begins.length);
    expect(counts.series[0]?.values.length).toBe(counts.begins.length);
  });

  it("has no days without hours", () => {
    expect(byDay([], [{ label: "A", colour: 1, values: [] }]).begins).toEqual([]);
  });
});
