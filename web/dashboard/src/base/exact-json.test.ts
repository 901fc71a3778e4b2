import { describe, expect, it } from "vitest";
import { parseExactly, stringifyExactly } from "./exact-json";

describe("JSON that is read and written again", () => {
  it.each([
    '{"id":1546130668394913822}',
    '[-9007199254740992,[1e16,{"a":1E+17}]]',
    `[${"9".repeat(30)},1,0.5,1e+300,true,null]`,
    '{"1546130668394913822":"\\"1546130668394913822"}',
  ])("keeps the numbers of %s", (json) => {
    expect(stringifyExactly(parseExactly(json))).toBe(json);
  });

  it("has its other values as JSON.parse() reads them", () => {
    expect(parseExactly('{"a":[1,"x",9007199254740991]}')).toEqual({
      a: [1, "x", 9_007_199_254_740_991],
    });
  });
});
