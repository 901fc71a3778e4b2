import type { ImportUser } from "../api/types";

/** A line that can be sent to the server. */
export interface GoodRow {
  line: number;
  uid: string;
  user: Omit<ImportUser, "uid">;
}

/** A line that cannot be imported, and why. */
export interface BadRow {
  line: number;
  /** Empty where the line names none. */
  uid: string;
  reasons: string[];
}

export type Row = GoodRow | BadRow;

export function isBad(row: Row): row is BadRow {
  return "reasons" in row;
}
