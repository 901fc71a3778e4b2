import type { ImportUser } from "../api/types";

/** The unit of row numbers: the lines of a file, or the entries of a JSON array. */
export type Unit = "line" | "entry";

/** A line or an entry that can be sent to the server. */
export interface GoodRow {
  /** Counted from 1, in the unit of the file. */
  line: number;
  uid: string;
  user: Omit<ImportUser, "uid">;
}

/** A line or an entry that cannot be imported, and why. */
export interface BadRow {
  line: number;
  /** Empty if the row has none. */
  uid: string;
  reasons: string[];
}

export type Row = GoodRow | BadRow;

export function isBad(row: Row): row is BadRow {
  return "reasons" in row;
}
