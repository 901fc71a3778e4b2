import { describe, expect, it } from "vitest";
import { csvLine, unguarded } from "../base/csv-line";
import { CsvReader } from "./csv-reader";

/** Characters with a meaning in CSV or in a spreadsheet, and some without. */
const ALPHABET = [..."=+-@;,'\"a1 \t\r\n", "é", "𝕏"];
/** Spreadsheets skip white space other than spaces before a formula. */
const FORMULA = /^[\t\r\n]*[=+\-@]/;
const RUNS = 3_000;

/** Pseudo-random numbers from 0 to below `count`, the same in every run (mulberry32). */
function picker(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

function randomRows(pick: (count: number) => number): string[][] {
  const width = 2 + pick(3); // A line of one empty cell is an empty line.
  const cell = () =>
    Array.from({ length: pick(7) }, () => ALPHABET[pick(ALPHABET.length)]).join("");
  const rows = Array.from({ length: 1 + pick(3) }, () => Array.from({ length: width }, cell));
  // Files start with the column names, which determine the delimiter.
  return [Array.from({ length: width }, (_, i) => `column${i}`), ...rows];
}

function read(text: string, pieceLength: number): string[][] {
  const reader = new CsvReader();
  const records = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    records.push(...reader.push(text.slice(at, at + pieceLength)));
  }
  return [...records, ...reader.end()].map(({ cells }) => cells);
}

/**
 * The cells of a file in a spreadsheet with another delimiter. Quotes open at the start of a cell.
 */
function cellsWith(delimiter: string, text: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted && character === '"' && text[at + 1] === '"') cell += text[at++];
    else if (character === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && (character === delimiter || "\r\n".includes(character))) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  return [...cells, cell];
}

describe("any cells", () => {
  it("are read as they were written, in chunks of any length", () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const pick = picker(seed);
      const rows = randomRows(pick);
      const text = rows.map(csvLine).join("");
      const cells = read(text, 1 + pick(text.length)).map((row) => row.map(unguarded));
      expect(cells, `seed ${seed}`).toEqual(rows);
    }
  });

  it.each([",", ";", "\t"])("are not formulas in a spreadsheet that splits at %j", (delimiter) => {
    for (let seed = 0; seed < RUNS; seed++) {
      const text = randomRows(picker(seed)).map(csvLine).join("");
      const formulas = cellsWith(delimiter, text).filter((cell) => FORMULA.test(cell));
      expect(formulas, `seed ${seed}: ${JSON.stringify(text)}`).toEqual([]);
    }
  });
});
