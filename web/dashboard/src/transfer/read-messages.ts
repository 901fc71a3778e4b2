import type { Batch } from "./batches";
import type { FileProblemCode } from "./file-problem";
import type { FileFormat } from "./format";

/** What the page asks the worker for: the next batch, the first time with the file. */
export type ReadQuestion = { file: Blob; format: FileFormat } | { file?: undefined };

/** What it answers, each question once and in order. No batch: the file is at its end. */
export type ReadAnswer =
  | { batch: Batch | undefined; problem?: undefined }
  | { problem: FileProblemCode };
