import { describe, expect, it } from "vitest";
import { roundedNumber } from "./rounded-number";

describe("a number that JavaScript rounds", () => {
  it.each([
    ['{"id":1546130668394913822}', "1546130668394913822"],
    ['{"a":[1,{"b":-9007199254740992}]}', "-9007199254740992"],
    ['{"id":1e16}', "1e16"],
    [`{"id":${"9".repeat(30)}}`, "9".repeat(30)],
  ])("is found in %s", (json, found) => {
    expect(roundedNumber(json)).toBe(found);
  });

  it.each([
    '{"id":"1546130668394913822"}',
    '{"1546130668394913822":"\\"1546130668394913822"}',
    '{"id":9007199254740991}',
    '{"id":-9007199254740991}',
    '{"pi":3.14159265358979323846,"large":1e300}',
  ])("is not in %s", (json) => {
    expect(roundedNumber(json)).toBeUndefined();
  });
});
