import { describe, expect, it } from "vitest";
import { parseExactly, stringifyExactly } from "./exact-json";

describe("parseExactly and stringifyExactly", () => {
  it.each([
    '{"id":1546130668394913822}',
    '[-9007199254740992,[1e16,{"a":1E+17},1e400]]',
    `[${"9".repeat(30)},1,0.5,1e+300,true,null]`,
    '{"1546130668394913822":"\\"1546130668394913822"}',
  ])("keep the numbers of %s", (json) => {
    expect(stringifyExactly(parseExactly(json))).toBe(json);
  });

  it("read other values like JSON.parse()", () => {
    expect(parseExactly('{"a":[1,"x",9007199254740991]}')).toEqual({
      a: [1, "x", 9_007_199_254_740_991],
    });
  });
});
