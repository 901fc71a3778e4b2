import type { Batch } from "./batches";
import { FileProblem } from "./file-problem";
import { formatOf } from "./format";
import type { ReadAnswer, ReadQuestion } from "./read-messages";

/** A file that is being read. */
export interface OpenFile {
  /**
   * The next batch; undefined at the end. Call again only once it has settled. @throws FileProblem
   */
  next: () => Promise<Batch | undefined>;
  close: () => void;
}

/** Starts reading a file in a worker. */
export function openFile(file: File): OpenFile {
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), { type: "module" });
  let isFirst = true;
  const ask = (question: ReadQuestion) =>
    new Promise<ReadAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => resolve(data);
      worker.onerror = () => reject(new FileProblem("unreadable"));
      worker.postMessage(question);
    });
  return {
    next: async () => {
      const question: ReadQuestion = isFirst ? { file, format: formatOf(file.name) } : {};
      isFirst = false;
      const answer = await ask(question);
      if (answer.problem) throw new FileProblem(answer.problem);
      return answer.batch;
    },
    close: () => worker.terminate(),
  };
}
