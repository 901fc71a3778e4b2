export interface CsvRecord {
  /** The line of the file on which the record starts, counted from 1. */
  line: number;
  cells: string[];
  /** The file ended inside a quoted cell. */
  unclosed?: true;
}

const DELIMITERS = [",", ";", "\t"];

/**
 * Reads CSV (RFC 4180) in chunks of any length. The delimiter is the comma, semicolon or tab that
 * is most frequent in the first line, because spreadsheets in some locales write semicolons. A
 * first line "sep=;", which Excel understands, sets it. Empty lines are skipped.
 */
export class CsvReader {
  #delimiter: string | undefined;
  #head = "";
  #line = 1;
  #recordLine = 1;
  #cells: string[] = [];
  #cell = "";
  #state: "start" | "plain" | "quoted" | "quote" = "start";
  #afterReturn = false;

  push(text: string): CsvRecord[] {
    if (this.#delimiter !== undefined) return this.#read(text, this.#delimiter);
    this.#head += text;
    if (!/[^\r\n][\r\n]/.test(this.#head)) return [];
    return this.#begin();
  }

  /** Returns the remaining records at the end of the file. */
  end(): CsvRecord[] {
    const records = this.#delimiter === undefined ? this.#begin() : [];
    const unclosed = this.#state === "quoted";
    const last = this.#finish();
    if (last) records.push(unclosed ? { ...last, unclosed: true } : last);
    return records;
  }

  #begin(): CsvRecord[] {
    const first = /[^\r\n]+/.exec(this.#head)?.[0] ?? "";
    const count = (delimiter: string) => first.split(delimiter).length;
    const named = /^"?sep=(.)"?\1*\s*$/i.exec(first)?.[1];
    this.#delimiter =
      named ?? DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
    return this.#read(
      named === undefined ? this.#head : this.#head.replace(first, ""),
      this.#delimiter,
    );
  }

  #read(text: string, delimiter: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    for (const character of text) {
      const isSecondOfPair = this.#afterReturn && character === "\n";
      this.#afterReturn = character === "\r";
      const endsLine = (character === "\n" || character === "\r") && !isSecondOfPair;
      if (endsLine) this.#line += 1;
      if (this.#state === "quoted") {
        if (character === '"') this.#state = "quote";
        else this.#cell += character;
      } else if (character === '"' && this.#state !== "plain") {
        // A quote at the start opens a quoted cell; two quotes inside it are one.
        if (this.#state === "quote") this.#cell += character;
        this.#state = "quoted";
      } else if (character === delimiter) {
        this.#endCell();
      } else if (endsLine) {
        const record = this.#finish();
        if (record) records.push(record);
        this.#recordLine = this.#line;
      } else if (!isSecondOfPair) {
        this.#state = "plain";
        this.#cell += character;
      }
    }
    return records;
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#state = "start";
  }

  #finish(): CsvRecord | undefined {
    const isEmpty = this.#cells.length === 0 && this.#cell === "" && this.#state === "start";
    if (isEmpty) return undefined;
    this.#endCell();
    const record = { line: this.#recordLine, cells: this.#cells };
    this.#cells = [];
    return record;
  }
}
