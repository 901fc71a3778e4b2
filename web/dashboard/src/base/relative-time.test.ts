import { describe, expect, it } from "vitest";
import { relativeTime } from "./relative-time";

const NOW = 1_771_312_489;

describe("relativeTime", () => {
  it.each([
    [0, "just now"],
    [-59, "just now"],
    [15, "just now"],
    [59, "in a moment"],
    [-60, "1 minute ago"],
    [-3_599, "59 minutes ago"],
    [-7_200, "2 hours ago"],
    [-86_400, "1 day ago"],
    [604_800, "in 7 days"],
    [43_199, "in 12 hours"],
    [90 * 86_400 - 1, "in 3 months"],
    [-40 * 86_400, "1 month ago"],
    [-800 * 86_400, "2 years ago"],
  ])("%d seconds away is %s", (difference, text) => {
    expect(relativeTime(NOW + difference, NOW)).toBe(text);
  });
});
