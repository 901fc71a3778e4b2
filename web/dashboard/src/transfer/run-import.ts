import type { Batch } from "./batches";
import type { Outcome } from "./outcome";
import { isDone, withBatch, type Position } from "./position";

const AT_ONCE = 4;

interface Options {
  /** Returns the batches of the file one by one, from the start. */
  next: () => Promise<Batch | undefined>;
  send: (batch: Batch) => Promise<Outcome>;
  /** The position to resume from. Batches that are done are read, but not sent. */
  from: Position;
  signal: AbortSignal;
  /** Called after each batch with the position to continue from. */
  onProgress: (position: Position, batch: Batch) => void;
}

/**
 * Sends the batches of a file, a few at a time. If a batch fails, rejects once the batches in
 * flight have settled; resume from the last reported position. Resolves when all batches are done,
 * even if the signal was aborted while the last of them were in flight.
 */
export async function runImport(options: Options): Promise<Position> {
  const { next, send, from, signal, onProgress } = options;
  let position = from;
  let failed = false;
  let reading: Promise<unknown> = Promise.resolve();
  // All workers together read one batch at a time.
  const take = () => {
    const batch = reading.then(next);
    reading = batch.catch(() => undefined);
    return batch;
  };
  const work = async () => {
    try {
      for (let batch = await take(); batch; batch = await take()) {
        if (failed) return;
        signal.throwIfAborted();
        if (isDone(from, batch.index)) continue;
        const outcome = await send(batch);
        position = withBatch(position, batch.index, outcome);
        onProgress(position, batch);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const rejected = workers.find(({ status }) => status === "rejected");
  if (rejected) throw (rejected as PromiseRejectedResult).reason;
  return position;
}
