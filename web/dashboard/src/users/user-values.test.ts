import { describe, expect, it } from "vitest";
import { changesOf, creationOf, NEW_USER, valuesOf } from "./user-values";

const ADA = { ...NEW_USER, uid: "ada", name: "Ada", avatar: "https://example.com/a.png" };

describe("values of the user form", () => {
  it("creates a user without empty fields", () => {
    expect(creationOf({ ...ADA, metadata: '{"plan":"gold"}' })).toEqual({
      uid: "ada",
      name: "Ada",
      role: "default",
      avatar: "https://example.com/a.png",
      metadata: { plan: "gold" },
    });
  });

  it("sends only a new name, so that stored numbers are not rounded", () => {
    const before = valuesOf({
      ...{ uid: "ada", name: "Ada", role: "default", status: "offline" as const },
      ...{ createdAt: 1, updatedAt: 1, lastActiveAt: 0, deactivatedAt: 0 },
      ...{ hasBlockedMe: false, blockedByMe: false, metadata: { id: 2 ** 60 } },
    });
    expect(changesOf(before, { ...before, name: "Ada L." })).toEqual({ name: "Ada L." });
  });

  it("sends changed fields, and unsets emptied ones", () => {
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
  it("unsets fields that contain only white space", () => {
    const before = { ...ADA, statusMessage: "Hi", metadata: '{"a":1}' };
    expect(changesOf(before, { ...before, statusMessage: " ", metadata: " \n" })).toEqual({
      unset: ["metadata", "statusMessage"],
    });
  });
});
