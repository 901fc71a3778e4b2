import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

/** The administrator's own sessions, newest first. */
export const ownSessionsQuery = queryOptions({
  queryKey: ["own-sessions"],
  queryFn: () => unwrapData(api.GET("/sessions")),
});
