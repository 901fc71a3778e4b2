import { describe, expect, it } from "vitest";
import { parseSignInSearch } from "./search";

describe("parseSignInSearch", () => {
  it("goes on to pages of the dashboard alone", () => {
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

  it("knows two reasons", () => {
    expect(parseSignInSearch({ why: "signed-out" })).toEqual({ why: "signed-out" });
    expect(parseSignInSearch({ why: "<b>" })).toEqual({});
  });
});
