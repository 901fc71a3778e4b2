import { strings } from "../strings/transfer";
import { FileProblem } from "./file-problem";
import type { FileFormat } from "./format";
import { isBad, type BadRow, type GoodRow, type Row, type Unit } from "./row";
import { RowReader } from "./row-reader";

// Increase BATCHING when changing how a file is split into batches.
/** The maximum that one call accepts. */
const MOST_USERS = 50;
// A call is limited to 1 MB, including the names of the fields.
const MOST_CHARACTERS = 300_000;

/** Lines of a file that are sent together. A file is always split into the same batches. */
export interface Batch {
  /** Counted from 0. */
  index: number;
  rows: GoodRow[];
  /** Lines that are known to be invalid without asking the server. */
  bad: BadRow[];
  unit: Unit;
  /** The number of bytes of the file read so far. */
  read: number;
  /** The ignored columns of the file found so far. */
  ignored: string[];
}

/**
 * Reads a file in batches.
 * @throws FileProblem
 */
export async function* batchesOf(file: Blob, format: FileFormat): AsyncGenerator<Batch> {
  const reader = new RowReader(format);
  let index = 0;
  let read = 0;
  let characters = 0;
  let rows: GoodRow[] = [];
  let bad: BadRow[] = [];
  const take = (): Batch => {
    const { unit, ignored } = reader;
    const batch = { index, rows, bad, unit, read, ignored: [...ignored] };
    index += 1;
    characters = 0;
    rows = [];
    bad = [];
    return batch;
  };
  function* put(found: Row[]): Generator<Batch> {
    for (const row of found) {
      const length = isBad(row) ? 0 : JSON.stringify(row).length;
      if (characters + length > MOST_CHARACTERS && rows.length > 0) yield take();
      if (isBad(row)) bad.push(row);
      else if (length > MOST_CHARACTERS) {
        bad.push({ line: row.line, uid: row.uid, reasons: [strings.reason.tooLarge] });
      } else {
        rows.push(row);
        characters += length;
      }
      if (rows.length + bad.length >= MOST_USERS) yield take();
    }
  }

  for await (const { text, bytes } of textOf(file)) {
    read += bytes;
    yield* put(reader.push(text));
  }
  yield* put(reader.end());
  if (rows.length + bad.length > 0) yield take();
  if (index === 0) throw new FileProblem(reader.hasColumns ? "only-columns" : "empty");
}

async function* textOf(file: Blob): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new FileProblem("not-utf8");
    }
  };
  const chunks = file.stream().getReader();
  for (;;) {
    const { done, value } = await chunks.read().catch(() => {
      throw new FileProblem("unreadable");
    });
    if (done) break;
    yield { text: decode(value), bytes: value.length };
  }
  yield { text: decode(), bytes: 0 };
}
