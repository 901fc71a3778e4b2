import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import "../audit/audit.css";
import { auditColumns } from "../audit/audit-columns";
import { strings } from "../strings/user";
import { Card } from "../ui/card";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Pager } from "../ui/pager";
import { TableSkeleton } from "../ui/table-skeleton";
import { usePages } from "../ui/use-pages";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { userAuditQuery } from "./queries";

interface Props {
  appId: string;
  uid: string;
}

/** The audit log entries about a user. */
export function UserAudit({ appId, uid }: Props) {
  const pages = usePages<number>(JSON.stringify([appId, uid]));
  const events = useQuery(userAuditQuery(appId, uid, pages.cursor));
  const columns = useMemo(() => auditColumns(appId), [appId]);
  const { visibility } = useVisibleColumns("user-audit", columns);
  const next = events.data?.meta?.next;
  return (
    <Card flush title={strings.audit.title} lead={strings.audit.lead}>
      {events.data ? (
        <DataTable
          label={strings.audit.title}
          columns={columns}
          rows={events.data.data}
          rowId={({ sequence }) => String(sequence)}
          visibility={visibility}
          stale={events.isPlaceholderData}
          empty={<EmptyState icon="clock" {...strings.audit.none} />}
        />
      ) : events.isError ? (
        <ErrorState error={events.error} onRetry={() => void events.refetch()} />
      ) : (
        <TableSkeleton rows={3} />
      )}
      {(next !== undefined || pages.page > 0) && (
        <Pager
          onPrevious={pages.page > 0 ? pages.toPrevious : undefined}
          onNext={next === undefined ? undefined : () => pages.toNext(next)}
        />
      )}
    </Card>
  );
}
