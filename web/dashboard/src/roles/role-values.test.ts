import { describe, expect, it } from "vitest";
import { NEW_ROLE, roleCreationOf, roleUpdateOf, roleValuesOf } from "./role-values";

describe("the form about a role", () => {
  const role = {
    role: "moderator",
    name: "Moderator",
    description: "Keeps order.",
    metadata: { colour: "red" },
    settings: { listUsers: "friendsOnly" as const },
    createdAt: 1,
    updatedAt: 1,
  };

  it("begins with what the role has, and settings that are not set are `all`", () => {
    const values = roleValuesOf(role);
    expect(values).toMatchObject({ listUsers: "friendsOnly", sendMessagesTo: "all" });
    expect(JSON.parse(values.metadata)).toEqual({ colour: "red" });
  });

  it("unsets what was emptied", () => {
    const before = roleValuesOf(role);
    expect(roleUpdateOf(before, { ...before, description: "", metadata: " " })).toEqual({
      unset: ["description", "metadata"],
    });
  });

  it("sends what differs alone, so that what the browser would round stays as it is stored", () => {
    const before = roleValuesOf({ ...role, metadata: { id: 2 ** 60 } });
    expect(roleUpdateOf(before, before)).toEqual({});
    expect(roleUpdateOf(before, { ...before, name: "Guard" })).toEqual({ name: "Guard" });
    expect(
      roleUpdateOf(before, { ...before, sendMessagesTo: "friendsOnly", metadata: '{"a":1}' }),
    ).toEqual({ settings: { sendMessagesTo: "friendsOnly" }, metadata: { a: 1 } });
  });

  it("leaves out what is empty in a new role", () => {
    expect(roleCreationOf({ ...NEW_ROLE, role: "guest", name: "Guest" })).toEqual({
      role: "guest",
      name: "Guest",
      settings: { listUsers: "all", sendMessagesTo: "all" },
    });
  });
});
