import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { pollEvery } from "../api/poll-every";
import { unwrapData } from "../api/unwrap";
import { HOURS } from "./range";

const OFTEN_MS = 5_000;
const SELDOM_MS = 60_000;
const NEWEST = 6;

const statistics = (appId: string, hours: number) =>
  unwrapData(api.GET("/apps/{appId}/stats", { params: { path: { appId }, query: { hours } } }));

/** The current numbers, refetched every few seconds while the page is visible. */
export const nowQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "statistics", "now"],
    queryFn: () => statistics(appId, 1),
    refetchInterval: pollEvery(OFTEN_MS),
  });

/** The logins of the last 30 days. Shorter ranges are slices of it. */
export const loginsQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "statistics", "logins"],
    queryFn: async () => (await statistics(appId, HOURS.month)).logins,
    refetchInterval: pollEvery(SELDOM_MS),
  });

/** The failures of the last 30 days by hour and code. */
export const failuresQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "failures"],
    queryFn: async () => {
      const query = { hours: HOURS.month };
      const { hours } = await unwrapData(
        api.GET("/apps/{appId}/failures", { params: { path: { appId }, query } }),
      );
      return hours;
    },
    refetchInterval: pollEvery(SELDOM_MS),
  });

/** The most recently created users, newest first. */
export const newestUsersQuery = (appId: string) =>
  queryOptions({
    queryKey: ["apps", appId, "users", "newest"],
    queryFn: () =>
      unwrapData(
        api.GET("/apps/{appId}/newest_users", {
          params: { path: { appId }, query: { limit: NEWEST } },
        }),
      ),
    refetchInterval: pollEvery(SELDOM_MS),
  });
