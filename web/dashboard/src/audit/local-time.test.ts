import { expect, it } from "vitest";
import { fromLocalTime, toLocalTime } from "./local-time";

it("comes back as the same minute", () => {
  const minute = 1_771_312_440;
  expect(toLocalTime(minute)).toMatch(/^2026-02-1\dT\d\d:\d\d$/);
  expect(fromLocalTime(toLocalTime(minute))).toBe(minute);
  expect(fromLocalTime(toLocalTime(minute + 59))).toBe(minute);
});

it("is nothing while it is no moment", () => {
  expect(toLocalTime(undefined)).toBe("");
  expect(fromLocalTime("")).toBeUndefined();
});
