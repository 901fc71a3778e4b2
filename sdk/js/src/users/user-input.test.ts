import { describe, expect, it } from "vitest";
import { changedFields, writableFields } from "./user-input.js";
import { User } from "./user.js";

describe("the fields of a user that are sent", () => {
  it("are those that an app may set and has set", () => {
    const user = new User({ uid: "a", name: "A", authToken: "t", avatar: "", tags: [] });
    expect(writableFields(user)).toEqual({ name: "A", tags: [] });
  });

  it("name the texts to remove", () => {
    const user = new User("a");
    user.setLink("");
    user.setStatusMessage("");
    expect(changedFields(user)).toEqual({ unset: ["link", "statusMessage"] });
    expect(changedFields(new User("a"))).toEqual({});
  });
});
