import { describe, expect, it } from "vitest";
import { updateOf } from "./bulk-edit";

const nothing = { role: "", addTags: [], removeTags: [] };
const user = { role: "default", tags: ["a", "b"] };

describe("updateOf", () => {
  it("adds and removes tags, and keeps the others in order", () => {
    const edit = { ...nothing, addTags: ["c"], removeTags: ["a"] };
    expect(updateOf(edit, user)).toEqual({ tags: ["b", "c"] });
  });

  it("unsets the tags if none is left", () => {
    expect(updateOf({ ...nothing, removeTags: ["a", "b"] }, user)).toEqual({ unset: ["tags"] });
  });

  it("adds a tag that is both added and removed", () => {
    const edit = { ...nothing, addTags: ["a", "c"], removeTags: ["a", "c"] };
    expect(updateOf(edit, user)).toEqual({ tags: ["a", "b", "c"] });
  });

  it("changes the role without changing tags", () => {
    expect(updateOf({ ...nothing, role: "moderator" }, user)).toEqual({ role: "moderator" });
  });

  it("returns null if nothing would change", () => {
    const edit = { role: "default", addTags: ["a"], removeTags: ["z"] };
    expect(updateOf(edit, user)).toBeNull();
  });
});
