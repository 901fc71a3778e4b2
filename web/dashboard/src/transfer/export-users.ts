import { api } from "../api/client";
import type { UsersPage } from "../api/types";
import { unwrap } from "../api/unwrap";
import { withRetries } from "../api/with-retries";
import { parseExactly } from "../base/exact-json";
import type { FileFormat } from "./format";
import { beginning, userLine } from "./user-line";

const USERS_PER_CALL = 1_000;

interface Options {
  appId: string;
  format: FileFormat;
  signal: AbortSignal;
  /** Called with the seconds until the next attempt while the server does not respond, else 0. */
  onWait: (seconds: number) => void;
  /** Called after each page with the number of users so far and the total. */
  onProgress: (count: number, total: number) => void;
}

/** Fetches all users of an app. Returns the parts of the file and the number of users. */
export async function exportUsers(options: Options): Promise<{ parts: string[]; count: number }> {
  const { appId, format, signal, onWait, onProgress } = options;
  const parts = [beginning(format)];
  let count = 0;
  let cursor: string | undefined;
  do {
    const text = await withRetries(() => fetchPage(appId, cursor, signal), { signal, onWait });
    const { data, meta } = parseExactly(text) as UsersPage;
    parts.push(data.map((user) => userLine(format, user)).join(""));
    count += data.length;
    onProgress(count, Math.max(count, meta.pagination.total));
    cursor = data.length > 0 ? meta.cursor : undefined;
  } while (cursor);
  return { parts, count };
}

function fetchPage(appId: string, cursor: string | undefined, signal: AbortSignal) {
  return unwrap(
    api.GET("/apps/{appId}/users", {
      params: {
        path: { appId },
        query: {
          perPage: USERS_PER_CALL,
          sortBy: "uid",
          withTags: true,
          withDeactivated: true,
          ...(cursor && { cursor }),
        },
      },
      parseAs: "text",
      signal,
    }),
  );
}
