import { api } from "../api/client";
import type { ApiKey, NewApiKey } from "../api/types";
import { unwrapData } from "../api/unwrap";

/** Creates a key. Only this response contains the full key. */
export function createApiKey(
  appId: string,
  { name, scope }: Pick<ApiKey, "name" | "scope">,
): Promise<NewApiKey> {
  return unwrapData(
    api.POST("/apps/{appId}/apikeys", { params: { path: { appId } }, body: { name, scope } }),
  );
}
