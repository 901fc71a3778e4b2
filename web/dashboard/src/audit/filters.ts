import type { AuditEvent } from "../api/types";
import { strings } from "../strings/audit";

type ActorKind = AuditEvent["actor"]["kind"];
type TargetKind = AuditEvent["target"]["kind"];

/** The filters of an audit log, kept in the search parameters of the URL. */
export interface AuditFilters {
  actorKind?: ActorKind;
  /** "user.created", or the noun "user" for all its actions. */
  action?: string;
  targetKind?: TargetKind;
  /** The id of the target; requires `targetKind`. */
  target?: string;
  /** Unix seconds, inclusive. */
  from?: number;
  /** Unix seconds, exclusive. */
  until?: number;
}

const ACTION = /^[a-z_]+(\.[a-z_]+)?$/;

/** Reads the filters from search parameters. Invalid ones are ignored. */
export function parseAuditFilters(search: Record<string, unknown>): AuditFilters {
  const { actorKind, action, targetKind, target, from, until } = search;
  // The router parses target=42 as a number, but 42 is a valid UID.
  const id = typeof target === "number" ? String(target) : target;
  const hasTarget = isKeyOf(strings.targetKind, targetKind);
  return {
    ...(isKeyOf(strings.actorKind, actorKind) && { actorKind }),
    ...(typeof action === "string" && ACTION.test(action) && { action }),
    ...(hasTarget && { targetKind }),
    ...(hasTarget && typeof id === "string" && id !== "" && { target: id }),
    ...(isMoment(from) && { from }),
    ...(isMoment(until) && { until }),
  };
}

function isKeyOf<Known extends object>(known: Known, value: unknown): value is keyof Known {
  return typeof value === "string" && Object.hasOwn(known, value);
}

function isMoment(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
