import { describe, expect, it } from "vitest";
import { repeatedField } from "./repeated-field";

describe("a repeated field", () => {
  it.each([
    ['{"uid":"a","uid":"b"}', "uid"],
    ['{"uid":"a","\\u0075id":"b"}', "uid"],
    ['{"a":{"x":1},"b":[{"y":1, "z":{}, "y" : 2}]}', "y"],
    ['{"a":{"b":1},"c":"}","a":1}', "a"],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"":1,"":2}', ""],
    ['{"a\\"b":1,"a\\"b":2}', 'a"b'],
  ])("is found in %s", (json, name) => {
    expect(repeatedField(json)).toBe(name);
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"a","b":"\\"a\\":","c":["a","a"]}',
    '{"a":1,"A":2}',
    "{}",
    "[1]",
  ])("is not in %s", (json) => {
    expect(repeatedField(json)).toBeUndefined();
  });
});
