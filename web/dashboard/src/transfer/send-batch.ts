import { api } from "../api/client";
import type { ImportResult } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/transfer";
import type { Batch } from "./batches";
import type { Outcome } from "./outcome";
import type { BadRow, GoodRow } from "./row";

interface Options {
  appId: string;
  /** Stores nothing, but returns the same results as an import. */
  dryRun: boolean;
}

/** Sends the valid lines of a batch. Returns the results of all its lines. */
export async function sendBatch(batch: Batch, options: Options): Promise<Outcome> {
  const results = batch.rows.length > 0 ? await importUsers(batch.rows, options) : {};
  return outcomeOf(batch, results);
}

function importUsers(rows: GoodRow[], { appId, dryRun }: Options) {
  return unwrapData(
    api.POST("/apps/{appId}/data_import/users", {
      params: { path: { appId }, query: { dryRun } },
      body: { users: Object.fromEntries(rows.map(({ uid, user }) => [uid, user])) },
    }),
  );
}

/** Combines the results from the server, by UID, with the lines of a batch. */
export function outcomeOf(batch: Batch, results: Record<string, ImportResult>): Outcome {
  const failures: BadRow[] = [...batch.bad];
  const counts = { created: 0, existing: 0 };
  for (const { line, uid } of batch.rows) {
    const result = Object.hasOwn(results, uid) ? results[uid] : undefined;
    if (result?.success) counts.created += 1;
    else if (result?.error?.code === "ERR_UID_ALREADY_EXISTS") counts.existing += 1;
    else failures.push({ line, uid, reasons: reasonsOf(result) });
  }
  failures.sort((left, right) => left.line - right.line);
  return { ...counts, failed: failures.length, failures, unit: batch.unit };
}

function reasonsOf(result: ImportResult | undefined): string[] {
  if (!result?.error) return [strings.reason.noAnswer];
  const fields = Object.entries(result.error.details ?? {});
  if (fields.length === 0) return [result.error.message];
  return fields.flatMap(([field, reasons]) => reasons.map((reason) => `${field} ${reason}`));
}
