import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrap } from "../api/unwrap";

/** The number of users with a role, including deactivated ones. */
export const userCountQuery = (appId: string, role: string) =>
  queryOptions({
    queryKey: ["apps", appId, "users", "count", role],
    queryFn: async () => {
      const query = { roles: [role], withDeactivated: true, perPage: 1 };
      const { meta } = await unwrap(
        api.GET("/apps/{appId}/users", { params: { path: { appId }, query } }),
      );
      return meta.pagination.total;
    },
  });
