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

/** What stands before the first entry. The mark of the encoding is for spreadsheets. */
export function beginning(format: ExportFormat): string {
  return format === "csv" ? `\uFEFF${csvLine(COLUMNS)}` : "";
}

/** One entry as a line: in CSV with its time as ISO 8601, in NDJSON as the API has it. */
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
