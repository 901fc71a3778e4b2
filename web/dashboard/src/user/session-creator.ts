import type { AuthToken } from "../api/types";
import { strings } from "../strings/user";

/** The id of the newest session that no client has used yet; undefined if there is none. */
export function newestUnused(sessions: readonly AuthToken[] | undefined): string | undefined {
  return sessions?.find(({ used }) => !used)?.id;
}

/**
 * Who created a session: the administrator's email or the key's name, from `names`, else the id;
 * undefined if the server did not record it.
 */
export function sessionCreator(
  { id, createdBy }: AuthToken,
  names: ReadonlyMap<string | undefined, string | undefined> | undefined,
): string | undefined {
  if (createdBy === undefined) return undefined;
  return names?.get(id) ?? (createdBy === "server" ? strings.sessions.byServer : createdBy);
}
