import { withRetries } from "../api/with-retries";
import { beginning, lineOf, type ExportFormat } from "./export-format";
import type { AuditFilters } from "./filters";
import { fetchAudit, type AuditOf } from "./queries";

const ENTRIES_PER_CALL = 1_000;

interface Options {
  of: AuditOf;
  filters: AuditFilters;
  format: ExportFormat;
  signal: AbortSignal;
  /** Called with the seconds until the next attempt while the server does not respond, else 0. */
  onWait: (seconds: number) => void;
  /** Called after each page with the number of entries so far. */
  onProgress: (count: number) => void;
}

/** Fetches all matching entries. Returns the parts of the file and the number of entries. */
export async function exportAudit(options: Options): Promise<{ parts: string[]; count: number }> {
  const { of, filters, format, signal, onWait, onProgress } = options;
  const parts = [beginning(format)];
  let count = 0;
  let before: number | undefined;
  do {
    const range = { limit: ENTRIES_PER_CALL, before, signal };
    const page = await withRetries(() => fetchAudit(of, filters, range), { signal, onWait });
    parts.push(page.data.map((event) => lineOf(format, event)).join(""));
    count += page.data.length;
    onProgress(count);
    before = page.meta.next;
  } while (before !== undefined);
  return { parts, count };
}
