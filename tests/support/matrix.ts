/** For tests that make every call of a contract, each with its own objects. */
import { freshUid, type Client } from "./client";
import type { ApiKey } from "./types";

/** The path with its placeholders filled in. Creates the role or key in the path with `api`. */
export async function pathOf(
  path: string,
  api: Client,
  uid: string,
  sessionId: string,
): Promise<string> {
  let filled = path.replace("{uid}", uid).replace(/\{(token|id)\}/, sessionId);
  if (path.includes("{role}")) {
    const role = freshUid("role");
    await api.post("/v3/roles", { role, name: "R" });
    filled = filled.replace("{role}", role);
  }
  if (path.includes("{key}")) {
    const { data } = await api.post<ApiKey>("/v3/apikeys", { name: "Matrix" });
    filled = filled.replace("{key}", data.id);
  }
  return filled;
}

/** The query of a call that needs one. */
export function queryOf({ id }: { id: string }): string {
  const queries: Record<string, string> = {
    endOtherSessions: "?others=true",
    flushAuthTokensOfApp: "?issuedBefore=946684800",
  };
  return queries[id] ?? "";
}

/** The example body with unique names, so that it can be sent more than once. */
export function personal(example: unknown): unknown {
  if (example === undefined) return undefined;
  const text = JSON.stringify(example)
    .replaceAll('"superhero1"', `"${freshUid("hero")}"`)
    .replace('"role":"moderator"', `"role":"${freshUid("role")}"`)
    .replace('"appId":"my-app"', `"appId":"${freshUid("app")}"`)
    .replace('"email":"ada@', `"email":"${freshUid("ada")}@`);
  return JSON.parse(text) as unknown;
}

/** Deletes the roles and keys that attempts have left, because an app can have only a few. */
export async function clearLimitedObjects(api: Client): Promise<void> {
  const keys = await api.get<ApiKey[]>("/v3/apikeys");
  for (const { id, name } of keys.data) {
    if (["Matrix", "Back end"].includes(name)) await api.delete(`/v3/apikeys/${id}`);
  }
  const roles = await api.get<{ role: string }[]>("/v3/roles");
  for (const { role } of roles.data) if (role !== "default") await api.delete(`/v3/roles/${role}`);
}
