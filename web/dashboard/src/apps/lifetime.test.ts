import { describe, expect, it } from "vitest";
import { lifetimeOf, secondsOf } from "./lifetime";

describe("a lifetime", () => {
  it.each([
    [0, "", "never"],
    [45, "45", "second"],
    [90, "90", "second"],
    [1_800, "30", "minute"],
    [90_000, "25", "hour"],
    [604_800, "7", "day"],
  ])("of %i seconds is typed as %s %s, and read back", (seconds, count, unit) => {
    expect(lifetimeOf(seconds)).toEqual({ count, unit });
    expect(secondsOf(lifetimeOf(seconds))).toBe(seconds);
  });

  it.each(["", "-1", "1.5", "1e3", "x"])("of %j days is invalid", (count) => {
    expect(secondsOf({ count, unit: "day" })).toBeUndefined();
  });

  it("may be ten years", () => {
    expect(secondsOf({ count: "3650", unit: "day" })).toBe(315_360_000);
  });
});
