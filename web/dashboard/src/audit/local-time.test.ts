import { expect, it } from "vitest";
import { fromLocalTime, toLocalTime } from "./local-time";

it("converts a time to local time and back, to the minute", () => {
  const minute = 1_771_312_440;
  expect(toLocalTime(minute)).toMatch(/^2026-02-1\dT\d\d:\d\d$/);
  expect(fromLocalTime(toLocalTime(minute))).toBe(minute);
  expect(fromLocalTime(toLocalTime(minute + 59))).toBe(minute);
});

it("is undefined for an invalid time", () => {
  expect(toLocalTime(undefined)).toBe("");
  expect(fromLocalTime("")).toBeUndefined();
});
