import type { ApiKey } from "../api/types";
import { strings } from "../strings/api-keys";

/**
 * Returns a function that names the creator of a key: as recorded in the audit log, else the server
 * or the name of another key, else the creator's id.
 */
export function creatorIn(
  keys: readonly ApiKey[],
  creators: ReadonlyMap<string, string | undefined> | undefined,
) {
  const names = new Map(keys.map(({ id, name }) => [id, name]));
  return ({ id, createdBy }: ApiKey): string =>
    creators?.get(id) ??
    (createdBy === "server" ? strings.byServer : (names.get(createdBy) ?? createdBy));
}
