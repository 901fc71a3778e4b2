import { describe, expect, it } from "vitest";
import { toUser, User } from "./user.js";

describe("User", () => {
  it("is created from a UID or from fields", () => {
    expect(new User("andrew")).toMatchObject({ uid: "andrew", name: "", status: "offline" });
    const user = new User({ uid: "andrew", name: "Andrew", tags: ["vip"] });
    expect([user.getUid(), user.getName(), user.getTags()]).toEqual(["andrew", "Andrew", ["vip"]]);
  });

  it.each([undefined, null, "", " ", {}, { uid: "" }, 7])("refuses %j", (user) => {
    expect(() => new User(user as never)).toThrow("new User(): uid must be a non-empty string");
  });

  it.each([
    ["Uid", "george"],
    ["Name", "George"],
    ["AuthToken", "token"],
    ["Avatar", "https://example.com/a.png"],
    ["Link", "https://example.com"],
    ["Status", "online"],
    ["StatusMessage", "Away"],
    ["Role", "moderator"],
    ["Metadata", { a: 1 }],
    ["Tags", ["a"]],
    ["LastActiveAt", 1771311515],
    ["HasBlockedMe", true],
    ["BlockedByMe", true],
    ["DeactivatedAt", 1771311515],
  ])("get%s and set%s are the field", (name, value) => {
    const user = new User("andrew") as unknown as Record<string, (value?: unknown) => unknown>;
    user[`set${name}`]?.(value);
    expect(user[`get${name}`]?.()).toEqual(value);
    expect(user[name[0]?.toLowerCase() + name.slice(1)]).toEqual(value);
  });
});

describe("toUser", () => {
  it("has the fields of the documentation, with their defaults", () => {
    const user = toUser({ uid: "andrew", name: "Andrew", tags: [] }, { authToken: "t" });
    expect(JSON.parse(JSON.stringify(user))).toEqual({
      uid: "andrew",
      name: "Andrew",
      authToken: "t",
      status: "offline",
      lastActiveAt: 0,
      hasBlockedMe: false,
      blockedByMe: false,
      deactivatedAt: 0,
      tags: [],
    });
  });

  it.each([
    ["available", "online"],
    ["offline", "offline"],
    [undefined, "offline"],
    ["dancing", "offline"],
  ])("shows %s as %s", (wire, status) => {
    expect(toUser({ uid: "a", ...(wire ? { status: wire } : {}) }).getStatus()).toBe(status);
  });

  it("gives the app a copy", () => {
    const json = { uid: "a", metadata: { level: 1 }, tags: ["x"] };
    const user = toUser(json);
    user.getTags().push("y");
    user.setMetadata(Object.assign(user.getMetadata() ?? {}, { level: 2 }));
    expect(json).toEqual({ uid: "a", metadata: { level: 1 }, tags: ["x"] });
  });

  it("has a flag for stale users that logs and copies do not contain", () => {
    const user = toUser({ uid: "a" }, { isStale: true });
    expect(user.isStale).toBe(true);
    expect(Object.keys(user)).not.toContain("isStale");
  });
});
