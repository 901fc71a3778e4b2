import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

/** All administrators, sorted by email. Only owners may fetch them. */
export const administratorsQuery = queryOptions({
  queryKey: ["administrators"],
  queryFn: () => unwrapData(api.GET("/administrators")),
});
