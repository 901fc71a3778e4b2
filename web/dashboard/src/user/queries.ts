import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { pollEvery } from "../api/poll-every";
import type { Meta, User } from "../api/types";
import { unwrap, unwrapData } from "../api/unwrap";

const OFTEN_MS = 4_000;
const RELATIONS_PER_PAGE = 10;
const AUDIT_PER_PAGE = 10;
const MOST_SESSIONS = 1_000;

const keyOf = (appId: string, uid: string) => ["apps", appId, "users", "one", uid] as const;

/** The user, even if deactivated; null if there is none. */
export const userQuery = (appId: string, uid: string) =>
  queryOptions({
    queryKey: [...keyOf(appId, uid), "profile"],
    queryFn: async () => {
      const query = { uids: [uid], withDeactivated: true, withTags: true };
      const users = await unwrapData(
        api.GET("/apps/{appId}/users", { params: { path: { appId }, query } }),
      );
      return users[0] ?? null;
    },
    refetchInterval: pollEvery(OFTEN_MS),
  });

/** The live sessions of a user, newest first. Refetched every few seconds while visible. */
export const sessionsQuery = (appId: string, uid: string) =>
  queryOptions({
    queryKey: [...keyOf(appId, uid), "sessions"],
    queryFn: () =>
      unwrapData(
        api.GET("/apps/{appId}/users/{uid}/auth_tokens", {
          params: { path: { appId, uid }, query: { perPage: MOST_SESSIONS } },
        }),
      ),
    refetchInterval: pollEvery(OFTEN_MS),
  });

const MOST_CREATIONS = 1_000;

/**
 * The creators of a user's sessions, by session id, as named in the audit log. Fetched again when
 * `newest` changes, the id of the newest unused session.
 */
export const sessionCreatorsQuery = (appId: string, uid: string, newest: string | undefined) =>
  queryOptions({
    queryKey: [...keyOf(appId, uid), "session-creators", newest],
    queryFn: async () => {
      const events = await unwrapData(
        api.GET("/apps/{appId}/audit", {
          params: {
            path: { appId },
            query: {
              action: "auth_token.created",
              targetKind: "user",
              target: uid,
              limit: MOST_CREATIONS,
            },
          },
        }),
      );
      return new Map(
        events.map(({ details, actor }) => [
          (details as { sessionId?: string }).sessionId,
          actor.name,
        ]),
      );
    },
    enabled: newest !== undefined,
    placeholderData: keepPreviousData,
  });

/** A page of users related to a user. */
export interface Relations {
  data: User[];
  meta: Meta;
}

/** The friends of a user, sorted by name. `page` counts from 1. */
export const friendsQuery = (appId: string, uid: string, page: number) =>
  queryOptions({
    queryKey: [...keyOf(appId, uid), "friends", page],
    queryFn: (): Promise<Relations> =>
      unwrap(
        api.GET("/apps/{appId}/users/{uid}/friends", {
          params: { path: { appId, uid }, query: { page, perPage: RELATIONS_PER_PAGE } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Users blocked by the user or blocking the user, sorted by name. `page` counts from 1. */
export const blockedQuery = (appId: string, uid: string, page: number) =>
  queryOptions({
    queryKey: [...keyOf(appId, uid), "blocked", page],
    queryFn: (): Promise<Relations> =>
      unwrap(
        api.GET("/apps/{appId}/users/{uid}/blockedusers", {
          params: { path: { appId, uid }, query: { page, perPage: RELATIONS_PER_PAGE } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Changes to the user, newest first. `before` is `meta.next` of the previous page. */
export const userAuditQuery = (appId: string, uid: string, before: number | undefined) =>
  queryOptions({
    queryKey: [...keyOf(appId, uid), "audit", before],
    queryFn: () =>
      unwrap(
        api.GET("/apps/{appId}/audit", {
          params: {
            path: { appId },
            query: {
              targetKind: "user",
              target: uid,
              limit: AUDIT_PER_PAGE,
              ...(before !== undefined && { before }),
            },
          },
        }),
      ),
    // Every action adds an entry.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
