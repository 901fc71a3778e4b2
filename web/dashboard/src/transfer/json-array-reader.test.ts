import { describe, expect, it } from "vitest";
import { JsonArrayReader } from "./json-array-reader";

function read(text: string, pieceLength = text.length, isWrapped = false) {
  const reader = new JsonArrayReader({ isWrapped });
  const elements = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    elements.push(...reader.push(text.slice(at, at + pieceLength)));
  }
  return [...elements, ...reader.end()].map(({ text, ...rest }) => ({
    ...rest,
    text: text.trim(),
  }));
}

describe("a JSON array", () => {
  it.each([1, 2, 3, 7, 1_000])("is read in chunks of %i characters", (length) => {
    const text = '\n[ {"a":"]},\\"["},\n  {"b":[1,{"c":2}]}\n, 3 ]\n';
    expect(read(text, length)).toEqual([
      { entry: 1, text: '{"a":"]},\\"["}' },
      { entry: 2, text: '{"b":[1,{"c":2}]}' },
      { entry: 3, text: "3" },
    ]);
  });

  it.each([1, 2, 7, 1_000])("may be wrapped, in chunks of %i characters", (length) => {
    const list = '"data": [{"a":1}, {"b":"]"}]';
    const others = '"meta":{"data":[{},2],"x":"},\\"data\\":[7]"}, "n" : [3] ,"t":true';
    for (const text of [`{${list},${others}}\n`, `\n{${others},\n${list}}`]) {
      expect(read(text, length, true)).toEqual([
        { entry: 1, text: '{"a":1}' },
        { entry: 2, text: '{"b":"]"}' },
      ]);
    }
    expect(read('{"data": [{"a":1}', length, true)).toEqual([
      { entry: 1, text: '{"a":1}', unclosed: true },
    ]);
    expect(read('{"data": [{"a":1}],"meta":{}', length, true)).toEqual([
      { entry: 1, text: '{"a":1}' },
      { entry: 2, text: "", unclosed: true },
    ]);
  });

  it("on one line has numbered elements", () => {
    expect(read("[{},{},7]").map(({ entry }) => entry)).toEqual([1, 2, 3]);
  });

  it("may be empty or have a trailing comma", () => {
    expect(read("[]")).toEqual([]);
    expect(read("[{},]")).toEqual([{ entry: 1, text: "{}" }]);
  });

  it.each([
    [
      "[{},",
      [
        { entry: 1, text: "{}" },
        { entry: 2, text: "", unclosed: true },
      ],
    ],
    [
      "[{},\n{",
      [
        { entry: 1, text: "{}" },
        { entry: 2, text: "{", unclosed: true },
      ],
    ],
    [
      "[{}]\nmore",
      [
        { entry: 1, text: "{}" },
        { entry: 2, text: "more" },
      ],
    ],
  ])("%j is incomplete or followed by text", (text, elements) => {
    expect(read(text)).toEqual(elements);
  });
});
