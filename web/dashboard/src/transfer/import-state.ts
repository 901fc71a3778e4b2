import type { Outcome } from "./outcome";
import type { Position } from "./position";
import type { SavedImport } from "./position-store";

/** A file that was chosen, and what tells it from others. */
export interface ChosenFile {
  file: File;
  hash: string;
}

/** What a dry run has found out about a file. */
export interface CheckedFile extends ChosenFile {
  lines: number;
  outcome: Outcome;
  /** Columns that mean nothing here. */
  ignored: string[];
}

/** An import that is under way or was stopped. */
export interface Running extends ChosenFile {
  lines: number;
  position: Position;
}

export type ImportState =
  | { step: "choose"; error?: unknown }
  | { step: "hashing"; file: File }
  | ({ step: "resumable"; saved: SavedImport } & ChosenFile)
  /** `read` bytes of the file are through; `wait` seconds pass before the next attempt. */
  | ({ step: "checking"; read: number; wait: number } & ChosenFile)
  | ({ step: "checked" } & CheckedFile)
  | ({ step: "importing"; wait: number } & Running)
  /** Without an error it was paused. */
  | ({ step: "stopped"; error?: unknown } & Running)
  | ({ step: "done" } & Running);
