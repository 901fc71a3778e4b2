import type { User } from "../api/types";
import { csvLine } from "../base/csv-line";
import { stringifyExactly } from "../base/exact-json";
import type { FileFormat } from "./format";
import { USER_COLUMNS } from "./user-columns";

export const TYPES: Record<FileFormat, string> = {
  csv: "text/csv;charset=utf-8",
  ndjson: "application/x-ndjson",
};

/** The start of the file. For CSV: a byte order mark, for spreadsheets, and the column names. */
export function beginning(format: FileFormat): string {
  return format === "csv" ? `\uFEFF${csvLine(USER_COLUMNS)}` : "";
}

/**
 * One user, read by parseExactly(), as a line that can be imported again. Values that are empty or
 * 0 are omitted.
 */
export function userLine(format: FileFormat, user: User): string {
  const values = USER_COLUMNS.map((column) => [column, user[column] || undefined] as const);
  if (format === "ndjson") return `${stringifyExactly(Object.fromEntries(values))}\n`;
  return csvLine(values.map(([column, value]) => cellOf(column, value)));
}

function cellOf(column: string, value: unknown): string {
  if (value === undefined) return "";
  if (column === "metadata") return stringifyExactly(value);
  if (!Array.isArray(value)) return String(value);
  const isPlain = value.every(
    (tag: string) => !tag.includes(";") && !tag.startsWith("[") && tag === tag.trim(),
  );
  return isPlain || value.length === 0 ? value.join(";") : JSON.stringify(value);
}
