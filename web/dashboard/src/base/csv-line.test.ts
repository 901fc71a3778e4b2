import { describe, expect, it } from "vitest";
import { csvLine, unguarded } from "./csv-line";

describe("a line of CSV", () => {
  it("quotes what needs it, and nothing else", () => {
    expect(csvLine(["a", "b c", "", "d,e", 'say "hi"', "two\nlines", "'tis"])).toBe(
      `a,b c,,"d,e","say ""hi""","two\nlines",'tis\r\n`,
    );
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx", '=HYPERLINK("x")'])(
    "makes text of %j, which a spreadsheet would calculate",
    (cell) => {
      const line = csvLine([cell]);
      expect(line.replace(/^"/, "")).toMatch(/^'/);
      expect(unguarded(`'${cell}`)).toBe(cell);
    },
  );

  it("unguards nothing else", () => {
    expect(unguarded("'tis")).toBe("'tis");
    expect(unguarded("=1")).toBe("=1");
  });
});
