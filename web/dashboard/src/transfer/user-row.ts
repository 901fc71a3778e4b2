import { checkJsonObject, parseJsonObject } from "../form/checks";
import { strings } from "../strings/transfer";
import type { Row } from "./row";
import { timeOf } from "./time-of";
import { USER_COLUMNS, type UserColumn } from "./user-columns";

const TEXTS = ["name", "avatar", "link", "role", "statusMessage"] as const;
const TIMES = ["createdAt", "lastActiveAt", "deactivatedAt"] as const;

/** The fields of a user in a file: strings in CSV, any values in JSON. Empty means absent. */
export type UserFields = Partial<Record<UserColumn, unknown>>;

/** Converts a line to a user for the server, or to the reasons why it is invalid. */
export function userRow(line: number, fields: UserFields): Row {
  const uid = (textOf(fields.uid) ?? "").trim();
  const reasons: string[] = [];
  if (uid === "") {
    reasons.push(isObject(fields.uid) ? strings.reason.text("uid") : strings.reason.noUid);
  }
  const user: Record<string, unknown> = {};
  const take = (column: UserColumn, value: unknown, reason: string) => {
    if (value === undefined) reasons.push(reason);
    else user[column] = value;
  };
  for (const column of USER_COLUMNS) {
    const value = fields[column];
    if (value === undefined || value === null || value === "") continue;
    if (isIn(TEXTS, column)) take(column, textOf(value), strings.reason.text(column));
    if (column === "tags") take(column, tagsOf(value), strings.reason.tags);
    // 0 means that the user was never active, or is not deactivated.
    if (isIn(TIMES, column) && textOf(value) !== "0") {
      const time = timeOf(value);
      if ("reason" in time) reasons.push(`${column} ${time.reason}`);
      else user[column] = time.seconds;
    }
    if (column === "metadata") {
      const text = metadataText(value);
      const refusal = checkJsonObject(text);
      if (refusal) reasons.push(strings.reason.metadata(refusal));
      else user[column] = parseJsonObject(text);
    }
  }
  if (reasons.length > 0) return { line, uid, reasons };
  // A missing name is reported by the server.
  return { line, uid, user: { name: "", ...user } };
}

/** The value as a string; JSON may have a number or a boolean instead. Undefined for objects. */
export function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || isObject(value) ? undefined : String(value);
}

/** Metadata as JSON. PHP writes an empty object as [], so it is read as one, as in the API. */
function metadataText(value: unknown): string {
  const text = typeof value === "string" ? value.trim() : JSON.stringify(value);
  return text === "[]" ? "{}" : text;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isIn(columns: readonly string[], column: UserColumn): boolean {
  return columns.includes(column);
}

/** Reads tags: a list in JSON; in a CSV cell, separated by semicolons or a JSON list. */
function tagsOf(value: unknown): string[] | undefined {
  if (Array.isArray(value)) {
    return value.every((tag) => typeof tag === "string") ? value : undefined;
  }
  if (typeof value !== "string") return undefined;
  if (value.startsWith("[")) {
    try {
      return tagsOf(JSON.parse(value));
    } catch {
      // Not a JSON list: a tag may start with a bracket.
    }
  }
  return value
    .split(";")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
