import { describe, expect, it } from "vitest";
import { changed, changedOrUnset } from "./changed";

describe("what a form sends", () => {
  const before = { name: "Old", scope: "fullAccess", tags: ["a"], note: "x" };

  it("contains only changed fields, so that changes by others are kept", () => {
    expect(changed(before, { ...before, tags: ["a"] })).toEqual({});
    expect(changed(before, { ...before, name: "New" })).toEqual({ name: "New" });
    expect(changed(before, { ...before, tags: ["a", "b"] })).toEqual({ tags: ["a", "b"] });
  });

  it("lists emptied optional fields, including those with only white space", () => {
    const values = { ...before, name: "New", tags: [], note: " \n" };
    expect(changedOrUnset(before, values, ["tags", "note"])).toEqual({
      set: { name: "New" },
      unset: ["tags", "note"],
    });
  });
});
