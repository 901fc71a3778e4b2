import type { AuditEvent } from "../api/types";
import { strings } from "../strings/audit";

type ActorKind = AuditEvent["actor"]["kind"];
type TargetKind = AuditEvent["target"]["kind"];

/** Which entries are shown: the search parameters of the address. */
export interface AuditFilters {
  actorKind?: ActorKind;
  /** "user.created", or the noun "user" for all of its actions. */
  action?: string;
  targetKind?: TargetKind;
  /** The id of what was changed; means nothing without its kind. */
  target?: string;
  /** Unix seconds: from this moment on. */
  from?: number;
  /** Unix seconds: before this moment. */
  until?: number;
}

const ACTION = /^[a-z_]+(\.[a-z_]+)?$/;

/** Reads the filters from an address; what is none is left out. */
export function parseAuditFilters(search: Record<string, unknown>): AuditFilters {
  const { actorKind, action, targetKind, target, from, until } = search;
  // An address that says 42 is read as a number, and yet names the user 42.
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
