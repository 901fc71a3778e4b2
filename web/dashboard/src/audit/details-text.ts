import type { AuditEvent } from "../api/types";
import { exactTime } from "../base/exact-time";
import { strings } from "../strings/audit";

const MOST_UIDS = 5;

/** Describes the details of an entry. Unknown details are shown as `name: value`. */
export function detailsText(details: AuditEvent["details"]): string {
  return Object.entries(details as Record<string, unknown>)
    .map(([name, value]) => partText(name, value))
    .join(" · ");
}

function partText(name: string, value: unknown): string {
  const texts = strings.details;
  if (name === "fields" && isTexts(value)) {
    return value.length > 0 ? texts.fields(value) : texts.noFields;
  }
  if (name === "uids" && isTexts(value)) {
    return texts.uids(value.slice(0, MOST_UIDS), Math.max(0, value.length - MOST_UIDS));
  }
  if (name === "sessions" && typeof value === "number") return texts.sessions(value);
  if (name === "movedUsers" && typeof value === "number") return texts.movedUsers(value);
  if (name === "sessionId" && typeof value === "string") return texts.sessionId(value);
  if (name === "issuedBefore" && typeof value === "number") {
    return texts.issuedBefore(exactTime(value));
  }
  return `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
