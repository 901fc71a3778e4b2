// Reads a file in a worker, so that the page stays responsive. Reads only as far as batches are
// requested.
import { batchesOf } from "./batches";
import { FileProblem } from "./file-problem";
import type { ReadAnswer, ReadQuestion } from "./read-messages";

let batches: ReturnType<typeof batchesOf> | undefined;

self.onmessage = async ({ data }: MessageEvent<ReadQuestion>) => {
  const answer = (message: ReadAnswer) => self.postMessage(message);
  if (data.file) batches = batchesOf(data.file, data.format);
  try {
    const next = await batches?.next();
    answer({ batch: next?.value ?? undefined });
  } catch (error) {
    answer({ problem: error instanceof FileProblem ? error.code : "unreadable" });
  }
};
