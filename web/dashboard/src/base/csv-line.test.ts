import { describe, expect, it } from "vitest";
import { csvLine, unguarded } from "./csv-line";

describe("a line of CSV", () => {
  it("quotes only cells that need it", () => {
    expect(csvLine(["a", "b c", "", "d,e", 'say "hi"', "two\nlines", "'tis"])).toBe(
      `a,b c,,"d,e","say ""hi""","two\nlines",'tis\r\n`,
    );
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx", '=HYPERLINK("x")'])(
    "escapes %j, which a spreadsheet would calculate",
    (cell) => {
      const line = csvLine([cell]);
      expect(line.replace(/^"/, "")).toMatch(/^'/);
      expect(unguarded(`'${cell}`)).toBe(cell);
    },
  );

  it.each([
    ["a;=1+1", "a;'=1+1"],
    ["a;b;-c;d", "a;b;'-c;d"],
    ["=1;=2", "'=1;'=2"],
    ["a\t=1", "a\t'=1"],
    ['a;"=1+1"', `"a;""'=1+1"""`],
    ["two\n=1+1", `"two\n'=1+1"`],
    ["two\r\n@x", `"two\r\n'@x"`],
  ])("escapes %j, which some spreadsheets split into cells", (cell, guarded) => {
    expect(csvLine([cell])).toBe(`${guarded}\r\n`);
  });

  it.each(["a-b", "a=b;c", "a; =b", "'tis", "a;'b", "12;13"])("leaves %j alone", (cell) => {
    expect(csvLine([cell])).toBe(`${cell}\r\n`);
    expect(unguarded(cell)).toBe(cell);
  });

  it("is reversible for any apostrophes, quotes and separators in a cell", () => {
    const characters = ["'", '"', "=", "-", ";", "\t", "\r", "\n", ",", "a"];
    const cells = [""];
    for (let length = 1; length <= 4; length++) {
      const longest = cells.filter((cell) => cell.length === length - 1);
      cells.push(...longest.flatMap((cell) => characters.map((character) => cell + character)));
    }
    for (const cell of cells) {
      const line = csvLine([cell, ""]);
      const written = line.startsWith('"')
        ? line.slice(1, line.lastIndexOf('"')).replaceAll('""', '"')
        : line.slice(0, line.lastIndexOf(","));
      expect(unguarded(written)).toBe(cell);
      expect(written).not.toMatch(/(^|[;\t\r\n])"*[=+\-@]/);
    }
  });

  it("removes no other apostrophes", () => {
    expect(unguarded("'tis")).toBe("'tis");
    expect(unguarded("=1")).toBe("=1");
  });
});
