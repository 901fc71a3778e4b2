import type { Batch } from "./batches";
import type { Outcome } from "./outcome";
import { isDone, withBatch, type Position } from "./position";

const AT_ONCE = 4;

interface Options {
  /** The batches of the file, from its start, one after another. */
  next: () => Promise<Batch | undefined>;
  send: (batch: Batch) => Promise<Outcome>;
  /** Where to go on; what is done is read and left out. */
  from: Position;
  signal: AbortSignal;
  /** Called after each batch with the position to continue from. */
  onProgress: (position: Position, batch: Batch) => void;
}

/**
 * Sends the batches of a file, a few at a time. The first that fails for good ends it: what is on its
 * way is awaited, and the position that was reported last is where to continue. Resolves once every
 * batch is through, even if the signal was aborted while the last of them were on their way.
 */
export async function runImport(options: Options): Promise<Position> {
  const { next, send, from, signal, onProgress } = options;
  let position = from;
  let failed = false;
  let reading: Promise<unknown> = Promise.resolve();
  // Batches are asked for one at a time, whoever asks.
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
