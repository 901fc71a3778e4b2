import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

/** The roles of an app (at most 25). */
export const rolesQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "roles"],
    queryFn: () => unwrapData(api.GET("/apps/{appId}/roles", { params: { path: { appId } } })),
  });
