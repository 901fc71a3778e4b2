import { strings } from "../strings/transfer";

export type FileProblemCode = keyof typeof strings.fileProblem;

/** Thrown if a file as a whole cannot be imported. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode) {
    super(strings.fileProblem[code]);
    this.code = code;
  }
}
