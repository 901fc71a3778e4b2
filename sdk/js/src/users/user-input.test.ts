import { describe, expect, it } from "vitest";
import { writableFields } from "./user-input.js";
import { User } from "./user.js";

describe("the fields of a user that are sent", () => {
  it("are the writable ones that are set", () => {
    const user = new User({ uid: "a", name: "A", authToken: "t", lastActiveAt: 7, tags: [] });
    expect(writableFields(user, "m()")).toEqual({ name: "A", tags: [] });
    expect(writableFields(new User("a"), "m()")).toEqual({});
  });

  it("may be emptied", () => {
    const user = new User("a");
    user.setAvatar("");
    user.setStatusMessage("");
    expect(writableFields(user, "m()")).toEqual({ avatar: "", statusMessage: "" });
  });

  it.each<[string, unknown]>([
    ["a BigInt", 1n],
    ["a function", () => 1],
    ["a symbol", Symbol("a")],
    ["a Map", new Map([["a", 1]])],
    ["a cycle", cycle()],
    [
      "what throws",
      { toJSON: () => Object.defineProperty({}, "a", { get: fail, enumerable: true }) },
    ],
    ...[NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1546130668394913822, 1e16, 9.9e20].map(
      (number): [string, number] => [String(number), number],
    ),
  ])("must not contain %s", (_, value) => {
    for (const metadata of [value, { id: value }, { list: [{ deep: [value] }] }]) {
      const refused = {
        code: "MISSING_PARAMETERS",
        message: expect.stringContaining("m(): user.metadata must be JSON") as string,
      };
      const user = { uid: "a", metadata } as unknown as User;
      expect(errorOf(() => writableFields(user, "m()"))).toMatchObject(refused);
      const set = () => new User("a").setMetadata(metadata as never);
      expect(errorOf(set)).toMatchObject({
        code: "MISSING_PARAMETERS",
        message: expect.stringContaining("user.metadata must be JSON") as string,
      });
    }
    expect(
      errorOf(() => writableFields({ uid: "a", tags: [value] } as never, "m()")),
    ).toMatchObject({
      message: expect.stringContaining("user.tags") as string,
    });
  });

  it("may contain everything that JSON keeps", () => {
    const shared = { a: 1 };
    const metadata = {
      numbers: [0, -0, 1.5, 2 ** 53 - 1, 1 - 2 ** 53, 1e21, 1e300, 5e-324],
      others: ["1546130668394913822", "", true, null, undefined, [], {}],
      ...{ date: new Date(0), first: shared, second: shared, missing: undefined },
    };
    const user = new User("a");
    user.setMetadata(metadata);
    expect(writableFields(user, "m()")).toEqual({ metadata });
  });
});

function cycle(): object {
  const value: Record<string, unknown> = {};
  value.self = [value];
  return value;
}

function fail(): never {
  throw new TypeError("a getter");
}

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("The call succeeded.");
}
