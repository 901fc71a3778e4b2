import { keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrap } from "../api/unwrap";
import { userQueryOf, type UserFilters } from "./filters";

export const USERS_PER_PAGE = 50;

/** One page of the matching users. `cursor` comes from the previous page. */
export const usersQuery = (appId: string, filters: UserFilters, cursor: string | undefined) =>
  queryOptions({
    queryKey: ["apps", appId, "users", "list", filters, cursor],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/apps/{appId}/users", {
          params: {
            path: { appId },
            query: {
              ...userQueryOf(filters),
              withTags: true,
              perPage: USERS_PER_PAGE,
              ...(cursor && { cursor }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Refetches everything that shows or counts users. Call it after users have changed. */
export async function refreshUsers(client: QueryClient, appId: string): Promise<void> {
  await client.invalidateQueries({ queryKey: ["apps", appId] });
}
