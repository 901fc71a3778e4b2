import { unguarded } from "../base/csv-line";
import { roundedNumber } from "../base/rounded-number";
import { parseJsonObject } from "../form/checks";
import { strings } from "../strings/transfer";
import { CsvReader, type CsvRecord } from "./csv-reader";
import { FileProblem } from "./file-problem";
import type { FileFormat } from "./format";
import { JsonArrayReader, type JsonElement } from "./json-array-reader";
import { isBad, type Row, type Unit } from "./row";
import { columnOf, USER_COLUMNS, type UserColumn } from "./user-columns";
import { textOf, userRow, type UserFields } from "./user-row";

/** Turns the text of a file, in chunks, into rows. Refuses a UID that was on an earlier line. */
export class RowReader {
  /** Names of ignored columns. For JSON and NDJSON, complete only at the end of the file. */
  readonly ignored = new Set<string>();
  readonly #csv = new CsvReader();
  readonly #array = new JsonArrayReader();
  readonly #lineOf = new Map<string, number>();
  #columns: (UserColumn | undefined)[] | undefined;
  #content: FileFormat | "json-array";
  #hasBegun = false;
  #rest = "";
  #line = 0;

  /** @param format the format for the file name. A file that starts like JSON is read as JSON. */
  constructor(format: FileFormat) {
    this.#content = format;
  }

  /** The unit of the row numbers. */
  get unit(): Unit {
    return this.#content === "json-array" ? "entry" : "line";
  }

  /** @throws FileProblem if the first line of a CSV file has no column for the UID. */
  push(text: string): Row[] {
    this.#begin(text);
    if (this.#content === "csv") return this.#fromRecords(this.#csv.push(text));
    if (this.#content === "json-array") return this.#fromElements(this.#array.push(text));
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    return this.#fromLines(lines);
  }

  /** Returns the remaining rows at the end of the file. */
  end(): Row[] {
    if (this.#content === "csv") return this.#fromRecords(this.#csv.end());
    if (this.#content === "json-array") return this.#fromElements(this.#array.end());
    return this.#fromLines([this.#rest]);
  }

  #begin(text: string): void {
    const first = /\S/.exec(text)?.[0];
    if (this.#hasBegun || first === undefined) return;
    this.#hasBegun = true;
    if (first === "[") this.#content = "json-array";
    if (first === "{") this.#content = "ndjson";
  }

  #fromRecords(all: CsvRecord[]): Row[] {
    const records = all.filter((record) => !isBlank(record));
    if (!this.#columns) {
      const head = records.shift();
      if (!head) return [];
      this.#columns = head.cells.map(columnOf);
      for (const name of head.cells) {
        if (!columnOf(name) && name.trim() !== "") this.ignored.add(name);
      }
      if (!this.#columns.includes("uid")) throw new FileProblem("no-uid");
    }
    const columns = this.#columns;
    return records.map((record) => this.#unique(rowOfRecord(record, columns)));
  }

  #fromLines(lines: string[]): Row[] {
    return lines.flatMap((text) => {
      this.#line += 1;
      return text.trim() === "" ? [] : [this.#fromJson(this.#line, text)];
    });
  }

  #fromElements(elements: JsonElement[]): Row[] {
    return elements.map(({ entry, text, unclosed }) =>
      unclosed
        ? { line: entry, uid: "", reasons: [strings.reason.unclosedArray] }
        : this.#fromJson(entry, text),
    );
  }

  #fromJson(line: number, text: string): Row {
    const object = parseJsonObject(text);
    if (!object) return { line, uid: "", reasons: [strings.reason.notJson] };
    const rounded = roundedNumber(text);
    if (rounded !== undefined) {
      return { line, uid: textOf(object["uid"]) ?? "", reasons: [strings.reason.rounded(rounded)] };
    }
    const fields: UserFields = {};
    for (const [name, value] of Object.entries(object)) {
      if ((USER_COLUMNS as readonly string[]).includes(name)) fields[name as UserColumn] = value;
      else this.ignored.add(name);
    }
    return this.#unique(userRow(line, fields));
  }

  #unique(row: Row): Row {
    if (isBad(row)) return row;
    const uid = row.uid.toLowerCase();
    const earlier = this.#lineOf.get(uid);
    if (earlier === undefined) {
      this.#lineOf.set(uid, row.line);
      return row;
    }
    return {
      line: row.line,
      uid: row.uid,
      reasons: [strings.reason.duplicate[this.unit](earlier)],
    };
  }
}

/** Spreadsheets save empty rows as lines that contain only delimiters. */
function isBlank({ cells, unclosed }: CsvRecord): boolean {
  return !unclosed && cells.every((cell) => cell.trim() === "");
}

function rowOfRecord(record: CsvRecord, columns: (UserColumn | undefined)[]): Row {
  const { line, cells, unclosed } = record;
  const uid = unguarded(cells[columns.indexOf("uid")] ?? "").trim();
  if (unclosed) return { line, uid, reasons: [strings.reason.unclosed] };
  if (cells.length !== columns.length) {
    return { line, uid, reasons: [strings.reason.cells(cells.length, columns.length)] };
  }
  const fields: UserFields = {};
  columns.forEach((column, index) => {
    if (column) fields[column] = unguarded(cells[index] ?? "");
  });
  return userRow(line, fields);
}
