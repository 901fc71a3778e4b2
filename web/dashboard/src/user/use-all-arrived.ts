import { useQueries, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { User } from "../api/types";
import { serverQuery } from "../session/queries";
import {
  blockedQuery,
  friendsQuery,
  sessionCreatorsQuery,
  sessionsQuery,
  userAuditQuery,
} from "./queries";
import { newestUnused } from "./session-creator";

/**
 * Whether all parts of the user page have loaded once. Showing them together avoids layout shifts.
 * Once true, it stays true for this user.
 */
export function useAllArrived(appId: string, uid: string, user: User | null | undefined): boolean {
  const isActive = user?.deactivatedAt === 0;
  const { data: sessions } = useQuery({ ...sessionsQuery(appId, uid), enabled: isActive });
  const parts = useQueries({
    queries: [
      serverQuery,
      { ...userAuditQuery(appId, uid, undefined), enabled: !!user },
      { ...sessionsQuery(appId, uid), enabled: isActive },
      sessionCreatorsQuery(appId, uid, newestUnused(sessions)),
      { ...friendsQuery(appId, uid, 1), enabled: isActive },
      { ...blockedQuery(appId, uid, 1), enabled: isActive },
    ],
  });
  const arrivedFor = useRef<string>(undefined);
  const isWaiting = parts.some(({ isLoading }) => isLoading);
  if (user && !isWaiting) arrivedFor.current = user.uid;
  return arrivedFor.current === uid;
}
