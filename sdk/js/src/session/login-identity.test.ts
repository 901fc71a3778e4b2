import { describe, expect, it } from "vitest";
import { LoginIdentity } from "./login-identity.js";

describe("LoginIdentity", () => {
  it.each([
    [["Andrew ", " key "], "andrew", "key"],
    [["token"], null, "token"],
    [[{ authToken: " token " }], null, "token"],
  ])("reads %j", (args, uid, secret) => {
    expect(LoginIdentity.from(args)).toMatchObject({ uid, secret });
  });

  it.each([[[]], [[undefined]], [[{}]], [["andrew", undefined]], [["andrew", ""]], [[7, "key"]]])(
    "refuses %j",
    (args) => {
      expect(() => LoginIdentity.from(args)).toThrow(
        expect.objectContaining({ code: "MISSING_PARAMETERS" }) as Error,
      );
    },
  );

  it("owns a session of the same user, or of the same token", () => {
    const session = { token: "t", user: { uid: "andrew" } };
    expect(LoginIdentity.from(["andrew", "key"]).owns(session)).toBe(true);
    expect(LoginIdentity.from(["george", "key"]).owns(session)).toBe(false);
    expect(LoginIdentity.from(["t"]).owns(session)).toBe(true);
    expect(LoginIdentity.from(["other"]).owns(session)).toBe(false);
  });
});
