import { describe, expect, it } from "vitest";
import { parseUser, readOwnUser, readUser, readUsers } from "./user-json.js";

const answer = (data: unknown) => ({ data });

describe("parseUser", () => {
  it("takes the known fields of the right type, and nothing else", () => {
    const user = { uid: "a", name: 7, tags: ["x", 1], lastActiveAt: 5, jwt: "x.y.z", settings: {} };
    expect(parseUser(user)).toEqual({ uid: "a", lastActiveAt: 5 });
  });

  it.each([null, undefined, [], "a", {}, { uid: "" }, { uid: 7 }])("is null for %j", (value) => {
    expect(parseUser(value)).toBeNull();
  });
});

describe("reading a response", () => {
  it("refuses a user other than the requested one", () => {
    expect(readUser(answer({ uid: "andrew" }), "Andrew")).toEqual({ uid: "andrew" });
    expect(() => readUser(answer({ uid: "george" }), "andrew")).toThrow("contains no user");
  });

  it("refuses the user of another token", () => {
    expect(readOwnUser(answer({ uid: "a", authToken: "t" }), "t").uid).toBe("a");
    expect(() => readOwnUser(answer({ uid: "a", authToken: "u" }), "t")).toThrow("this session");
    expect(() => readOwnUser(answer({ uid: "a" }), "t")).toThrow("this session");
  });

  it("refuses something other than a list of users", () => {
    expect(readUsers(answer([{ uid: "a" }, { uid: "b" }]))).toHaveLength(2);
    expect(() => readUsers(answer({ uid: "a" }))).toThrow("list of users");
    expect(() => readUsers(answer([{ uid: "a" }, {}]))).toThrow("no user");
  });
});
