import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

const MOST_CREATIONS = 1_000;

/** The API keys of an app (at most 25), masked. */
export const apiKeysQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "api-keys"],
    queryFn: () => unwrapData(api.GET("/apps/{appId}/apikeys", { params: { path: { appId } } })),
  });

/** The creators of the keys, by key id, as named in the audit log: administrators by email. */
export const keyCreatorsQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "api-keys", "creators"],
    queryFn: async () => {
      const query = { action: "api_key.created", limit: MOST_CREATIONS };
      const events = await unwrapData(
        api.GET("/apps/{appId}/audit", { params: { path: { appId }, query } }),
      );
      return new Map(events.map(({ target, actor }) => [target.id, actor.name]));
    },
  });
