import type { AuditEvent } from "../api/types";
import { csvLine } from "../base/csv-line";

export type ExportFormat = "csv" | "ndjson";

export const TYPES: Record<ExportFormat, string> = {
  csv: "text/csv;charset=utf-8",
  ndjson: "application/x-ndjson",
};

const COLUMNS = [
  "sequence",
  "at",
  "actorKind",
  "actorId",
  "actorName",
  "actorAddress",
  "action",
  "targetKind",
  "targetId",
  "details",
];

/** The start of the file. For CSV: a byte order mark, for spreadsheets, and the column names. */
export function beginning(format: ExportFormat): string {
  return format === "csv" ? `\uFEFF${csvLine(COLUMNS)}` : "";
}

/** One entry as a line: for CSV with its time in ISO 8601, for NDJSON as the API returns it. */
export function lineOf(format: ExportFormat, event: AuditEvent): string {
  if (format === "ndjson") return `${JSON.stringify(event)}\n`;
  const { sequence, at, actor, action, target, details } = event;
  return csvLine([
    String(sequence),
    new Date(at * 1_000).toISOString(),
    actor.kind,
    actor.id,
    actor.name ?? "",
    actor.address ?? "",
    action,
    target.kind,
    target.id,
    JSON.stringify(details),
  ]);
}
