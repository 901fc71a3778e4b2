import type { Batch } from "./batches";
import type { FileProblemCode } from "./file-problem";
import type { FileFormat } from "./format";

/** A request to the worker for the next batch. The first request contains the file. */
export type ReadQuestion = { file: Blob; format: FileFormat } | { file?: undefined };

/** The worker's response, one per request and in order. No batch means the end of the file. */
export type ReadAnswer =
  | { batch: Batch | undefined; problem?: undefined }
  | { problem: FileProblemCode };
