import { unguarded } from "../base/csv-line";
import { hasRoundedNumber, parseJsonObject } from "../form/checks";
import { strings } from "../strings/transfer";
import { CsvReader, type CsvRecord } from "./csv-reader";
import { FileProblem } from "./file-problem";
import type { FileFormat } from "./format";
import { isBad, type Row } from "./row";
import { columnOf, USER_COLUMNS, type UserColumn } from "./user-columns";
import { userRow, type UserFields } from "./user-row";

/** Turns the text of a file, in pieces, into rows; a UID that was on an earlier line is refused. */
export class RowReader {
  /** Names of columns that mean nothing here. Complete at the end only in NDJSON. */
  readonly ignored = new Set<string>();
  readonly #format: FileFormat;
  readonly #csv = new CsvReader();
  readonly #lineOf = new Map<string, number>();
  #columns: (UserColumn | undefined)[] | undefined;
  #rest = "";
  #line = 0;

  constructor(format: FileFormat) {
    this.#format = format;
  }

  /** @throws FileProblem where the first line of CSV names no column for the UID. */
  push(text: string): Row[] {
    if (this.#format === "csv") return this.#fromRecords(this.#csv.push(text));
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    return this.#fromLines(lines);
  }

  /** The rows that the file ends with. */
  end(): Row[] {
    return this.#format === "csv"
      ? this.#fromRecords(this.#csv.end())
      : this.#fromLines([this.#rest]);
  }

  #fromRecords(records: CsvRecord[]): Row[] {
    if (!this.#columns) {
      const head = records.shift();
      if (!head) return [];
      this.#columns = head.cells.map(columnOf);
      head.cells.forEach((name) => columnOf(name) ?? this.ignored.add(name));
      if (!this.#columns.includes("uid")) throw new FileProblem("no-uid");
    }
    const columns = this.#columns;
    return records.map((record) => this.#unique(rowOfRecord(record, columns)));
  }

  #fromLines(lines: string[]): Row[] {
    return lines.flatMap((text) => {
      this.#line += 1;
      if (text.trim() === "") return [];
      const object = parseJsonObject(text);
      if (!object) return [{ line: this.#line, uid: "", reasons: [strings.reason.notJson] }];
      if (hasRoundedNumber(text)) {
        const uid = String(object["uid"] ?? "");
        return [{ line: this.#line, uid, reasons: [strings.reason.rounded] }];
      }
      const fields: UserFields = {};
      for (const [name, value] of Object.entries(object)) {
        if ((USER_COLUMNS as readonly string[]).includes(name)) fields[name as UserColumn] = value;
        else this.ignored.add(name);
      }
      return [this.#unique(userRow(this.#line, fields))];
    });
  }

  #unique(row: Row): Row {
    if (isBad(row)) return row;
    const uid = row.uid.toLowerCase();
    const earlier = this.#lineOf.get(uid);
    if (earlier === undefined) {
      this.#lineOf.set(uid, row.line);
      return row;
    }
    return { line: row.line, uid: row.uid, reasons: [strings.reason.duplicate(earlier)] };
  }
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
