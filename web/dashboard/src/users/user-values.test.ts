import { describe, expect, it } from "vitest";
import { changesOf, creationOf, NEW_USER, valuesOf } from "./user-values";

const ADA = { ...NEW_USER, uid: "ada", name: "Ada", avatar: "https://example.com/a.png" };

describe("values of the user form", () => {
  it("creates without what is empty", () => {
    expect(creationOf({ ...ADA, metadata: '{"plan":"gold"}' })).toEqual({
      uid: "ada",
      name: "Ada",
      role: "default",
      avatar: "https://example.com/a.png",
      metadata: { plan: "gold" },
    });
  });

  it("sends a new name alone, so that what the browser would round stays as it is stored", () => {
    const before = valuesOf({
      ...{ uid: "ada", name: "Ada", role: "default", status: "offline" as const },
      ...{ createdAt: 1, updatedAt: 1, lastActiveAt: 0, deactivatedAt: 0 },
      ...{ hasBlockedMe: false, blockedByMe: false, metadata: { id: 2 ** 60 } },
    });
    expect(changesOf(before, { ...before, name: "Ada L." })).toEqual({ name: "Ada L." });
  });

  it("sends what differs, and unsets what was emptied", () => {
    const before = { ...ADA, tags: ["a"], metadata: "{}" };
    expect(changesOf(before, { ...before, name: "Ada L.", avatar: "", tags: [] })).toEqual({
      name: "Ada L.",
      unset: ["avatar", "tags"],
    });
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, metadata: '{"a":1}', tags: ["a", "b"] })).toEqual({
      metadata: { a: 1 },
      tags: ["a", "b"],
    });
  });
  it("unsets what white space is left of", () => {
    const before = { ...ADA, statusMessage: "Hi", metadata: '{"a":1}' };
    expect(changesOf(before, { ...before, statusMessage: " ", metadata: " \n" })).toEqual({
      unset: ["metadata", "statusMessage"],
    });
  });
});
