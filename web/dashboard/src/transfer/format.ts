export type FileFormat = "csv" | "ndjson";

/** The format for a file name. Unknown extensions are read as CSV. */
export function formatOf(fileName: string): FileFormat {
  return /\.(ndjson|jsonl|json)$/i.test(fileName) ? "ndjson" : "csv";
}
