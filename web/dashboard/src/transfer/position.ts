import { addOutcomes, NOTHING, type Outcome } from "./outcome";

/**
 * Positions count batches. Raise this when a file may give other batches than before, by another
 * size of a batch or other rows that are left out: positions that were stored until then are dropped.
 */
export const BATCHING = 2;

/** How far the import of a file has come. */
export interface Position {
  /** All batches before this one are done. */
  done: number;
  /** Batches behind it that are done as well: several are sent at a time. */
  ahead: number[];
  outcome: Outcome;
}

export const START: Position = { done: 0, ahead: [], outcome: NOTHING };

export function isDone({ done, ahead }: Position, batch: number): boolean {
  return batch < done || ahead.includes(batch);
}

/** The position once one more batch is through. */
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
