import { unguarded } from "../base/csv-line";
import { checkKept, parseJsonObject } from "../form/checks";
import { strings } from "../strings/transfer";
import { CsvReader, type CsvRecord } from "./csv-reader";
import { FileProblem } from "./file-problem";
import type { FileFormat } from "./format";
import { JsonArrayReader, type JsonElement } from "./json-array-reader";
import { contentOf, HEAD_LENGTH, isWrapper, type Content } from "./json-shape";
import { isBad, type Row, type Unit } from "./row";
import { columnOf, USER_COLUMNS, type UserColumn } from "./user-columns";
import { textOf, userRow, type UserFields } from "./user-row";

/** Turns the text of a file, in chunks, into rows. Refuses a UID that was on an earlier line. */
export class RowReader {
  /** Names of ignored columns. For JSON and NDJSON, complete only at the end of the file. */
  readonly ignored = new Set<string>();
  readonly #csv = new CsvReader();
  #array: JsonArrayReader | undefined;
  readonly #lineOf = new Map<string, number>();
  #columns: (UserColumn | undefined)[] | undefined;
  readonly #format: FileFormat;
  /** Undefined until enough of the file has been read. */
  #content: Content | undefined;
  #head = "";
  #rest = "";
  #line = 0;
  /** Whether a line or element of JSON has been read. */
  #hasJson = false;

  /** @param format the format for the file name. A file that starts like JSON is read as JSON. */
  constructor(format: FileFormat) {
    this.#format = format;
  }

  /** The unit of the row numbers. */
  get unit(): Unit {
    return this.#array ? "entry" : "line";
  }

  /** Whether the line with the column names of a CSV file has been read. */
  get hasColumns(): boolean {
    return this.#columns !== undefined;
  }

  /**
   * @throws FileProblem if the first line of a CSV file has no column for the UID, or if JSON is an
   * object that is neither a user nor around one list of users.
   */
  push(text: string): Row[] {
    if (this.#content !== undefined) return this.#read(text);
    this.#head += text;
    return this.#head.trimStart().length < HEAD_LENGTH ? [] : this.#begin();
  }

  /** Returns the remaining rows at the end of the file. Throws like push(). */
  end(): Row[] {
    const rows = this.#content === undefined ? this.#begin() : [];
    if (this.#array) return [...rows, ...this.#fromElements(this.#array.end())];
    if (this.#content === "csv") return [...rows, ...this.#fromRecords(this.#csv.end())];
    return [...rows, ...this.#fromLines([this.#rest])];
  }

  #begin(): Row[] {
    this.#content = contentOf(this.#head, this.#format);
    if (this.#content === "json-array" || this.#content === "json-object") {
      this.#array = new JsonArrayReader({ isWrapped: this.#content === "json-object" });
    }
    return this.#read(this.#head);
  }

  #read(text: string): Row[] {
    if (this.#array) return this.#fromElements(this.#array.push(text));
    if (this.#content === "csv") return this.#fromRecords(this.#csv.push(text));
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    return this.#fromLines(lines);
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
        ? { line: entry, uid: "", reasons: [strings.reason.unclosedJson] }
        : this.#fromJson(entry, text),
    );
  }

  #fromJson(line: number, text: string): Row {
    const isFirst = !this.#hasJson;
    this.#hasJson = true;
    const object = parseJsonObject(text);
    if (!object) return { line, uid: "", reasons: [strings.reason.notJson] };
    // A later one is a mistake in its line, not in the shape of the file.
    if (isFirst && isWrapper(object)) throw new FileProblem("json-object");
    const refusal = checkKept(text);
    if (refusal) return { line, uid: textOf(object["uid"]) ?? "", reasons: [refusal] };
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
