import type { AuthToken } from "../api/types";
import { strings } from "../strings/user";

/**
 * Who created a session: the email of the administrator or the name of the key, from `names`, else
 * the id; undefined where the server did not record it.
 */
export function sessionCreator(
  { id, createdBy }: AuthToken,
  names: ReadonlyMap<string | undefined, string | undefined> | undefined,
): string | undefined {
  if (createdBy === undefined) return undefined;
  return names?.get(id) ?? (createdBy === "server" ? strings.sessions.byServer : createdBy);
}
