import { describe, expect, it } from "vitest";
import { updateOf } from "./bulk-edit";

const nothing = { role: "", addTags: [], removeTags: [] };
const user = { role: "default", tags: ["a", "b"] };

describe("updateOf", () => {
  it("adds and removes tags, and keeps the others in their order", () => {
    const edit = { ...nothing, addTags: ["c"], removeTags: ["a"] };
    expect(updateOf(edit, user)).toEqual({ tags: ["b", "c"] });
  });

  it("empties the tags where none is left", () => {
    expect(updateOf({ ...nothing, removeTags: ["a", "b"] }, user)).toEqual({ unset: ["tags"] });
  });

  it("adds what is both added and removed", () => {
    const edit = { ...nothing, addTags: ["a", "c"], removeTags: ["a", "c"] };
    expect(updateOf(edit, user)).toEqual({ tags: ["a", "b", "c"] });
  });

  it("gives another role, and leaves the tags alone", () => {
    expect(updateOf({ ...nothing, role: "moderator" }, user)).toEqual({ role: "moderator" });
  });

  it("changes nothing where all is as wanted", () => {
    const edit = { role: "default", addTags: ["a"], removeTags: ["z"] };
    expect(updateOf(edit, user)).toBeNull();
  });
});
