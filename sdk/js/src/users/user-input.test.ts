import { describe, expect, it } from "vitest";
import { writableFields } from "./user-input.js";
import { User } from "./user.js";

describe("the fields of a user that are sent", () => {
  it("are the writable ones that are set", () => {
    const user = new User({ uid: "a", name: "A", authToken: "t", lastActiveAt: 7, tags: [] });
    expect(writableFields(user)).toEqual({ name: "A", tags: [] });
    expect(writableFields(new User("a"))).toEqual({});
  });

  it("may be emptied", () => {
    const user = new User("a");
    user.setAvatar("");
    user.setStatusMessage("");
    expect(writableFields(user)).toEqual({ avatar: "", statusMessage: "" });
  });
});
