import { addOutcomes, NOTHING, type Outcome } from "./outcome";

/**
 * The version of the split into batches. Positions count batches, so increase this when a file may
 * be split differently, for example by a new batch size: positions stored before are then dropped.
 */
export const BATCHING = 3;

/** The progress of an import. */
export interface Position {
  /** All batches before this one are done. */
  done: number;
  /** Later batches that are done as well: several are sent at a time. */
  ahead: number[];
  outcome: Outcome;
}

export const START: Position = { done: 0, ahead: [], outcome: NOTHING };

export function isDone({ done, ahead }: Position, batch: number): boolean {
  return batch < done || ahead.includes(batch);
}

/** The position after one more batch is done. */
export function withBatch(position: Position, batch: number, outcome: Outcome): Position {
  const ahead = new Set([...position.ahead, batch]);
  let { done } = position;
  while (ahead.delete(done)) done += 1;
  return {
    done,
    ahead: [...ahead].sort((left, right) => left - right),
    outcome: addOutcomes(position.outcome, outcome),
  };
}
