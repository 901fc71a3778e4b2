import { describe, expect, it } from "vitest";
import { parseSignInSearch } from "./search";

describe("parseSignInSearch", () => {
  it("only accepts paths of the dashboard", () => {
    const inside = "/dashboard/apps/my-app/users?search=ada";
    expect(parseSignInSearch({ why: "ended", next: inside })).toEqual({
      why: "ended",
      next: inside,
    });
    for (const next of [
      "https://example.com",
      "//example.com",
      "/dashboardx",
      "/\\example.com",
      7,
    ]) {
      expect(parseSignInSearch({ next })).toEqual({});
    }
  });

  it("accepts two reasons", () => {
    expect(parseSignInSearch({ why: "signed-out" })).toEqual({ why: "signed-out" });
    expect(parseSignInSearch({ why: "<b>" })).toEqual({});
  });
});
