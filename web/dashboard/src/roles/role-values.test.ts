import { describe, expect, it } from "vitest";
import { NEW_ROLE, roleCreationOf, roleUpdateOf, roleValuesOf } from "./role-values";

describe("the role form", () => {
  const role = {
    role: "moderator",
    name: "Moderator",
    description: "Keeps order.",
    metadata: { colour: "red" },
    settings: { listUsers: "friendsOnly" as const },
    createdAt: 1,
    updatedAt: 1,
  };

  it("starts with the values of the role, with `all` for unset settings", () => {
    const values = roleValuesOf(role);
    expect(values).toMatchObject({ listUsers: "friendsOnly", sendMessagesTo: "all" });
    expect(JSON.parse(values.metadata)).toEqual({ colour: "red" });
  });

  it("unsets emptied fields", () => {
    const before = roleValuesOf(role);
    expect(roleUpdateOf(before, { ...before, description: "", metadata: " " })).toEqual({
      unset: ["description", "metadata"],
    });
  });

  it("sends only changed fields, so that stored numbers are not rounded", () => {
    const before = roleValuesOf({ ...role, metadata: { id: 2 ** 60 } });
    expect(roleUpdateOf(before, before)).toEqual({});
    expect(roleUpdateOf(before, { ...before, name: "Guard" })).toEqual({ name: "Guard" });
    expect(
      roleUpdateOf(before, { ...before, sendMessagesTo: "friendsOnly", metadata: '{"a":1}' }),
    ).toEqual({ settings: { sendMessagesTo: "friendsOnly" }, metadata: { a: 1 } });
  });

  it("omits empty fields of a new role", () => {
    expect(roleCreationOf({ ...NEW_ROLE, role: "guest", name: "Guest" })).toEqual({
      role: "guest",
      name: "Guest",
      settings: { listUsers: "all", sendMessagesTo: "all" },
    });
  });
});
