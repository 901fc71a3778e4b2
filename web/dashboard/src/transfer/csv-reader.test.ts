import { describe, expect, it } from "vitest";
import { csvLine } from "../base/csv-line";
import { CsvReader } from "./csv-reader";

function read(text: string, pieceLength = text.length) {
  const reader = new CsvReader();
  const records = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    records.push(...reader.push(text.slice(at, at + pieceLength)));
  }
  return [...records, ...reader.end()];
}

const cells = (text: string, pieceLength?: number) =>
  read(text, pieceLength).map((record) => record.cells);

describe("CSV", () => {
  it.each([1, 2, 3, 7, 1_000])("is read in chunks of %i characters", (length) => {
    const text = 'uid,name\r\n1,"Stark, ""Tony"""\r\n2,"two\r\nlines"\r\n\r\n3,\r\n';
    expect(read(text, length)).toEqual([
      { line: 1, cells: ["uid", "name"] },
      { line: 2, cells: ["1", 'Stark, "Tony"'] },
      { line: 3, cells: ["2", "two\r\nlines"] },
      { line: 6, cells: ["3", ""] },
    ]);
  });

  it.each(["\n", "\r", "\r\n"])("has lines that end with %j, except the last", (end) => {
    expect(read(["a,b", "1,2", "3,4"].join(end))).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells: ["3", "4"] },
    ]);
  });

  it("uses the delimiter of the first line", () => {
    expect(cells("uid;name\n1;Stark, Tony\n")).toEqual([
      ["uid", "name"],
      ["1", "Stark, Tony"],
    ]);
    expect(cells("uid\tname\n1\tTony;\n")[1]).toEqual(["1", "Tony;"]);
  });

  it.each(["sep=;", '"sep=;"', "SEP=;", "sep=;;;", "\r\nsep=;"])(
    "uses the delimiter of a first line %j",
    (line) => {
      expect(cells(`${line}\r\nuid;a,b,c\r\n1;2\r\n`, 3)).toEqual([
        ["uid", "a,b,c"],
        ["1", "2"],
      ]);
    },
  );

  it("counts the sep= line, and accepts no other first line like it", () => {
    expect(read("sep=|\na|b\n")).toEqual([{ line: 2, cells: ["a", "b"] }]);
    expect(cells("sep=\t\na\tb;c\n")).toEqual([["a", "b;c"]]);
    expect(cells("sep=x,name\n1,2\n")[0]).toEqual(["sep=x", "name"]);
  });

  it("keeps quotes inside a cell", () => {
    expect(cells('a,5" nail\n')).toEqual([["a", '5" nail']]);
  });

  it("reports a quote that is not closed", () => {
    expect(read('a,b\n1,"2\n3,4\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "2\n3,4\n"], unclosed: true },
    ]);
  });

  it("reads nothing from an empty file", () => {
    expect(read("")).toEqual([]);
    expect(read("\n\n")).toEqual([]);
  });

  it("reads what csvLine() writes", () => {
    const rows = [
      ["uid", "name", "note"],
      ["1", 'a "b", c', "d\r\ne\nf"],
      ["2", "", "'"],
    ];
    expect(cells(rows.map(csvLine).join(""), 5)).toEqual(rows);
  });
});
