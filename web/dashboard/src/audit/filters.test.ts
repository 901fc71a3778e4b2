import { describe, expect, it } from "vitest";
import { parseAuditFilters } from "./filters";

describe("the filters of an address", () => {
  it("are taken where they are some", () => {
    const filters = {
      actorKind: "key",
      action: "user.created",
      targetKind: "user",
      target: "superhero1",
      from: 1_771_312_489,
      until: 1_771_312_500,
    };
    expect(parseAuditFilters(filters)).toEqual(filters);
    expect(parseAuditFilters({ action: "user" })).toEqual({ action: "user" });
  });

  it("are left out where they are none", () => {
    expect(
      parseAuditFilters({
        actorKind: "toString",
        action: "User Created",
        targetKind: "planet",
        target: "superhero1",
        from: -1,
        until: "soon",
      }),
    ).toEqual({});
  });

  it("take a number for the id that it is", () => {
    expect(parseAuditFilters({ targetKind: "user", target: 42 })).toEqual({
      targetKind: "user",
      target: "42",
    });
  });
});
