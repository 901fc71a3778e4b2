import { api } from "../api/client";
import { unwrap } from "../api/unwrap";
import type { FileFormat } from "./format";
import { beginning, userLine } from "./user-line";

const USERS_PER_CALL = 1_000;

interface Options {
  appId: string;
  format: FileFormat;
  signal: AbortSignal;
  /** Hears how many of how many users there are so far. */
  onProgress: (count: number, total: number) => void;
}

/** All users of an app as the parts of a file, fetched page by page, and how many they are. */
export async function exportUsers(options: Options): Promise<{ parts: string[]; count: number }> {
  const { appId, format, signal, onProgress } = options;
  const parts = [beginning(format)];
  let count = 0;
  let cursor: string | undefined;
  do {
    const { data, meta } = await unwrap(
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
        signal,
      }),
    );
    parts.push(data.map((user) => userLine(format, user)).join(""));
    count += data.length;
    onProgress(count, Math.max(count, meta.pagination.total));
    cursor = data.length > 0 ? meta.cursor : undefined;
  } while (cursor);
  return { parts, count };
}
