import { describe, expect, it } from "vitest";
import { parseAuditFilters } from "./filters";

describe("audit filters", () => {
  it("accept valid values", () => {
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

  it("ignore invalid values", () => {
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

  it("accept a number as an id", () => {
    expect(parseAuditFilters({ targetKind: "user", target: 42 })).toEqual({
      targetKind: "user",
      target: "42",
    });
  });
});
