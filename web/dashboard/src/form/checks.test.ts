import { describe, expect, it } from "vitest";
import { checkJsonObject, checkLength, checkName, checkUid, checkUrl } from "./checks";

describe("field checks", () => {
  it("counts characters, not UTF-16 code units", () => {
    expect(checkLength("😀😀", 1, 2)).toBeUndefined();
    expect(checkLength("", 1, 2)).toBe("must not be empty");
    expect(checkLength("abc", 1, 2)).toBe("must have at most 2 characters, but has 3");
  });

  it("checks a name", () => {
    expect(checkName("Ada")).toBeUndefined();
    expect(checkName(" ")).toBe("must not be empty");
    expect(checkName("a".repeat(101))).toBe("must have at most 100 characters, but has 101");
  });

  it("checks a UID", () => {
    expect(checkUid("Ada_1-x")).toBeUndefined();
    expect(checkUid("ada lovelace")).toBe("must be 1-100 characters from a-z, 0-9, - and _");
  });

  it("checks an http URL", () => {
    expect(checkUrl("")).toBeUndefined();
    for (const url of ["https://example.com/a.png", "HTTPS://example.com/a b|{}", "https://é.eu"]) {
      expect(checkUrl(url)).toBeUndefined();
    }
    for (const url of ["example.com", "javascript:alert(1)", "ftp://example.com"]) {
      expect(checkUrl(url)).toContain("start it with https://");
    }
    expect(checkUrl("http:///")).toBe("must be an http or https URL");
  });

  it("refuses numbers that would be rounded", () => {
    for (const number of ["1546130668394913822", "-9007199254740992", "1e16", "9".repeat(30)]) {
      expect(checkJsonObject(`{"a": [0, ${number}]}`)).toContain(`"${number}"`);
    }
    for (const value of ["9007199254740991", '"1546130668394913822"', "1e21", "0.1", '"\\"1e16"']) {
      expect(checkJsonObject(`{"a": [0, ${value}]}`)).toBeUndefined();
    }
  });

  it("refuses a repeated field", () => {
    expect(checkJsonObject('{"a": {"b": 1, "b": 2}}')).toBe(
      'has the field "b" more than once in the same object',
    );
    expect(checkJsonObject('{"a": {"b": 1}, "b": 2}')).toBeUndefined();
  });

  it("checks a JSON object", () => {
    expect(checkJsonObject(" ")).toBeUndefined();
    expect(checkJsonObject('{"a": 1}')).toBeUndefined();
    for (const text of ["[1]", "null", '"a"']) {
      expect(checkJsonObject(text)).toBe("must be an object");
    }
    for (const text of ["{", "plan: gold"]) {
      expect(checkJsonObject(text)).toMatch(/^must be an object as JSON/);
    }
    expect(checkJsonObject(JSON.stringify({ a: "x".repeat(6_000) }))).toMatch(/at most 5120 bytes/);
  });
});
