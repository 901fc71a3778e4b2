import { describe, expect, it } from "vitest";
import { userRow } from "./user-row";

describe("userRow", () => {
  it("converts a line of CSV to a user for the server", () => {
    expect(
      userRow(2, {
        uid: " superhero1 ",
        name: "Iron Man",
        avatar: "",
        role: "hero",
        tags: "rich; clever;;",
        metadata: '{"suit": 3}',
        createdAt: "1600000000",
        lastActiveAt: "2020-09-13T12:26:40Z",
      }),
    ).toEqual({
      line: 2,
      uid: "superhero1",
      user: {
        name: "Iron Man",
        role: "hero",
        tags: ["rich", "clever"],
        metadata: { suit: 3 },
        createdAt: 1_600_000_000,
        lastActiveAt: 1_600_000_000,
      },
    });
  });

  it("keeps the values of JSON", () => {
    expect(
      userRow(1, { uid: 42, name: "N", tags: ["a;b"], metadata: { a: 1 }, lastActiveAt: 0 }),
    ).toEqual({ line: 1, uid: "42", user: { name: "N", tags: ["a;b"], metadata: { a: 1 } } });
  });

  it("accepts tags with semicolons as a JSON list", () => {
    expect(userRow(1, { uid: "a", tags: '["x;y","z"]' })).toMatchObject({
      user: { tags: ["x;y", "z"] },
    });
    expect(userRow(1, { uid: "a", tags: "[vip;x" })).toMatchObject({
      user: { tags: ["[vip", "x"] },
    });
  });

  it("reports everything that is wrong", () => {
    const row = userRow(9, {
      uid: "",
      tags: [1],
      metadata: "[1]",
      createdAt: "yesterday",
      lastActiveAt: "1600000000000",
    });
    expect(row).toMatchObject({ line: 9, uid: "" });
    expect("reasons" in row && row.reasons).toHaveLength(5);
    expect("reasons" in row && row.reasons.at(-1)).toContain(
      "lastActiveAt must be in Unix seconds",
    );
  });

  it("refuses objects and lists for strings and times", () => {
    const value = { first: "Ada" };
    const row = userRow(1, {
      ...{ uid: value, name: value, avatar: value, link: value, role: value },
      ...{ statusMessage: ["x"], createdAt: [1_600_000_000], lastActiveAt: [0] },
    });
    expect(row).toEqual({
      line: 1,
      uid: "",
      reasons: [
        "uid must be a string",
        "name must be a string",
        "avatar must be a string",
        "link must be a string",
        "role must be a string",
        "statusMessage must be a string",
        expect.stringContaining("createdAt is not a time"),
        expect.stringContaining("lastActiveAt is not a time"),
      ],
    });
  });

  it("converts numbers and booleans of JSON to strings", () => {
    expect(userRow(1, { uid: 7, name: 42, statusMessage: false })).toEqual({
      ...{ line: 1, uid: "7", user: { name: "42", statusMessage: "false" } },
    });
  });

  it("keeps the time of deactivation", () => {
    const user = (deactivatedAt: unknown) => userRow(1, { uid: "a", name: "A", deactivatedAt });
    expect(user("1700000000")).toMatchObject({ user: { deactivatedAt: 1_700_000_000 } });
    for (const active of [0, "0", "", null]) {
      expect(user(active)).toEqual({ line: 1, uid: "a", user: { name: "A" } });
    }
  });

  it.each([[], "[]", " [] "])(
    "reads the metadata %j, an empty object of PHP, as an object",
    (metadata) => {
      expect(userRow(1, { uid: "a", name: "A", metadata })).toEqual({
        ...{ line: 1, uid: "a", user: { name: "A", metadata: {} } },
      });
    },
  );

  it.each([["a"], [[]], [null], "[1]"])("refuses the metadata %j", (metadata) => {
    expect(userRow(1, { uid: "a", name: "A", metadata })).toEqual({
      ...{ line: 1, uid: "a", reasons: ["metadata must be an object"] },
    });
  });

  it("refuses metadata that repeats a field", () => {
    expect(userRow(1, { uid: "a", name: "A", metadata: '{"x":1,"x":2}' })).toEqual({
      ...{ line: 1, uid: "a" },
      reasons: ['metadata has the field "x" more than once in the same object'],
    });
  });

  it("refuses metadata that is too large", () => {
    const metadata = JSON.stringify({ text: "x".repeat(5_200) });
    expect(userRow(1, { uid: "a", metadata })).toMatchObject({
      reasons: [expect.stringContaining("5120 bytes")],
    });
  });
});
