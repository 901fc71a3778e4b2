import type { ApiKey } from "../api/types";
import { strings } from "../strings/api-keys";

/**
 * Says who created a key: the administrator or key that the audit log names, else another key by
 * its name, else the server.
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
