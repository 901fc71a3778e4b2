import { checkJsonObject, parseJsonObject } from "../form/checks";
import { strings } from "../strings/transfer";
import type { Row } from "./row";
import { timeOf } from "./time-of";
import { USER_COLUMNS, type UserColumn } from "./user-columns";

const TEXTS = ["name", "avatar", "link", "role", "statusMessage"] as const;
const TIMES = ["createdAt", "lastActiveAt", "deactivatedAt"] as const;

/** What a file says about a user: texts of CSV, or any values of JSON. Absent and empty are the same. */
export type UserFields = Partial<Record<UserColumn, unknown>>;

/** The user that a line describes, as the server takes it, or why it is none. */
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
    // 0 is how a user without activity is written, and one who is not deactivated.
    if (isIn(TIMES, column) && textOf(value) !== "0") {
      const time = timeOf(value);
      if ("reason" in time) reasons.push(`${column} ${time.reason}`);
      else user[column] = time.seconds;
    }
    if (column === "metadata") {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      const refusal = checkJsonObject(text);
      if (refusal) reasons.push(strings.reason.metadata(refusal));
      else user[column] = parseJsonObject(text);
    }
  }
  if (reasons.length > 0) return { line, uid, reasons };
  // The server says what is wrong with a user without a name.
  return { line, uid, user: { name: "", ...user } };
}

/** A text; JSON may also have a number or a boolean for one. */
export function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || isObject(value) ? undefined : String(value);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isIn(columns: readonly string[], column: UserColumn): boolean {
  return columns.includes(column);
}

/** Tags of JSON are a list; in a cell they have semicolons between them, or are a list of JSON. */
function tagsOf(value: unknown): string[] | undefined {
  if (Array.isArray(value)) {
    return value.every((tag) => typeof tag === "string") ? value : undefined;
  }
  if (typeof value !== "string") return undefined;
  if (value.startsWith("[")) {
    try {
      return tagsOf(JSON.parse(value));
    } catch {
      // A tag may begin with a bracket.
    }
  }
  return value
    .split(";")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
