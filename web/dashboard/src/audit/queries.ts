import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrap } from "../api/unwrap";
import type { AuditFilters } from "./filters";

export const ENTRIES_PER_PAGE = 50;

/** Whose log: an app's, or the server's own. */
export type AuditOf = { appId: string } | "server";

interface Page {
  limit: number;
  /** `meta.next` of the page before. */
  before?: number | undefined;
  signal?: AbortSignal;
}

/** One page of a log, the newest first. */
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
    placeholderData: keepPreviousData,
  });
