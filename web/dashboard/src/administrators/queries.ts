import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

/** All who may sign in, by email. For owners. */
export const administratorsQuery = queryOptions({
  queryKey: ["administrators"],
  queryFn: () => unwrapData(api.GET("/administrators")),
});
