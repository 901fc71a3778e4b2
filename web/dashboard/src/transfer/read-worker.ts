// Reads a file apart from the page, so that the page never stands still. Asked for one batch after
// another, it reads no further ahead than that.
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
