import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrap } from "../api/unwrap";
import type { AuditFilters } from "./filters";

export const ENTRIES_PER_PAGE = 50;

/** Which log: that of an app, or that of the server. */
export type AuditOf = { appId: string } | "server";

interface Page {
  limit: number;
  /** `meta.next` of the previous page. */
  before?: number | undefined;
  signal?: AbortSignal;
}

/** Fetches one page of a log, newest first. */
export function fetchAudit(of: AuditOf, filters: AuditFilters, { limit, before, signal }: Page) {
  const query = { ...filters, limit, ...(before !== undefined && { before }) };
  return of === "server"
    ? unwrap(api.GET("/audit", { params: { query }, signal }))
    : unwrap(api.GET("/apps/{appId}/audit", { params: { path: of, query }, signal }));
}

export const auditQuery = (of: AuditOf, filters: AuditFilters, before: number | undefined) =>
  queryOptions({
    queryKey:
      of === "server" ? ["audit", filters, before] : ["apps", of.appId, "audit", filters, before],
    queryFn: ({ signal }) => fetchAudit(of, filters, { limit: ENTRIES_PER_PAGE, before, signal }),
    // Every action adds an entry.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
