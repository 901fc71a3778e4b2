import { strings } from "../strings/transfer";

export type FileProblemCode = keyof typeof strings.fileProblem;

/** A file that cannot be imported as a whole. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode) {
    super(strings.fileProblem[code]);
    this.code = code;
  }
}
