export type FileFormat = "csv" | "ndjson";

/** The format that the name of a file says; most others are CSV with another ending. */
export function formatOf(fileName: string): FileFormat {
  return /\.(ndjson|jsonl|json)$/i.test(fileName) ? "ndjson" : "csv";
}
