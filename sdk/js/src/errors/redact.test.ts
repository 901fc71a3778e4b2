import { expect, it } from "vitest";
import { redact } from "./redact.js";

const SECRET = "abcdefgh12345678";

it("replaces the secret in texts, lists, values and keys", () => {
  const value = { a: `x${SECRET}y${SECRET}`, b: [SECRET, 7, null], [SECRET]: { c: SECRET } };
  expect(redact(value, SECRET)).toEqual({
    a: "x***y***",
    b: ["***", 7, null],
    "***": { c: "***" },
  });
});

it("leaves a text readable when the secret is too short to be one", () => {
  expect(redact("could not be reached", "b")).toBe("could not be reached");
});
