import type { Outcome } from "./outcome";
import type { Position } from "./position";
import type { SavedImport } from "./position-store";

/** A chosen file and the hash of its content. */
export interface ChosenFile {
  file: File;
  hash: string;
}

/** The result of a dry run. */
export interface CheckedFile extends ChosenFile {
  lines: number;
  outcome: Outcome;
  /** Columns that are ignored. */
  ignored: string[];
}

/** An import that is running, was stopped or is done. */
export interface Running extends ChosenFile {
  lines: number;
  position: Position;
}

export type ImportState =
  | { step: "choose"; error?: unknown }
  | { step: "hashing"; file: File }
  | ({ step: "resumable"; saved: SavedImport } & ChosenFile)
  /** `read`: bytes of the file processed. `wait`: seconds until the next attempt. */
  | ({ step: "checking"; read: number; wait: number } & ChosenFile)
  | ({ step: "checked" } & CheckedFile)
  | ({ step: "importing"; wait: number } & Running)
  /** Paused if there is no `error`. */
  | ({ step: "stopped"; error?: unknown } & Running)
  | ({ step: "done" } & Running);
