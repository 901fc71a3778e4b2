import type { BadRow, Unit } from "./row";

/** The maximum number of failed lines that are kept for display; all are counted. */
export const MOST_FAILURES = 1_000;

/** The results of a file's lines so far. */
export interface Outcome {
  /** Users that were created, or in a dry run would be. */
  created: number;
  /** Lines whose user already existed. */
  existing: number;
  failed: number;
  /** The first failed lines, in order. */
  failures: BadRow[];
  unit: Unit;
}

export const NOTHING: Outcome = { created: 0, existing: 0, failed: 0, failures: [], unit: "line" };

export function addOutcomes(one: Outcome, other: Outcome): Outcome {
  return {
    created: one.created + other.created,
    existing: one.existing + other.existing,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures]
      .sort((left, right) => left.line - right.line)
      .slice(0, MOST_FAILURES),
    unit: other.unit,
  };
}

/** The total number of lines. */
export function linesOf({ created, existing, failed }: Outcome): number {
  return created + existing + failed;
}
