import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

/** All apps of the server, sorted by id. */
export const appsQuery = queryOptions({
  queryKey: ["apps"],
  queryFn: () => unwrapData(api.GET("/apps")),
});

/** One app with its settings. All query keys about an app start with this one. */
export const appQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId],
    queryFn: () => unwrapData(api.GET("/apps/{appId}", { params: { path: { appId } } })),
  });
