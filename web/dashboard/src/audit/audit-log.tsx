import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import "./audit.css";
import "../ui/card.css";
import { strings } from "../strings/audit";
import { buttonClass } from "../ui/button";
import { ColumnChooser } from "../ui/column-chooser";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Icon } from "../ui/icon";
import { MenuButton } from "../ui/menu-button";
import { Pager } from "../ui/pager";
import { TableSkeleton } from "../ui/table-skeleton";
import { usePages } from "../ui/use-pages";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { auditColumns } from "./audit-columns";
import { AuditFilterBar } from "./audit-filter-bar";
import { ExportDialog } from "./export-dialog";
import type { ExportFormat } from "./export-format";
import type { AuditFilters } from "./filters";
import { auditQuery, type AuditOf } from "./queries";

interface Props {
  of: AuditOf;
  filters: AuditFilters;
  onFilter: (filters: AuditFilters) => void;
  /** Names of existing keys or administrators, by id; undefined while they are loading. */
  names: ReadonlyMap<string, string> | undefined;
}

/** An audit log, newest first, with filters, paging and export. */
export function AuditLog({ of, filters, onFilter, names }: Props) {
  const appId = of === "server" ? undefined : of.appId;
  const pages = usePages<number>(JSON.stringify([of, filters]));
  const events = useQuery(auditQuery(of, filters, pages.cursor));
  const columns = useMemo(() => auditColumns(appId, names ?? new Map()), [appId, names]);
  const visible = useVisibleColumns("audit", columns);
  const [exporting, setExporting] = useState<ExportFormat>();
  const rows = events.data?.data ?? [];
  const next = events.data?.meta.next;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <AuditFilterBar filters={filters} ofServer={of === "server"} onChange={onFilter} />
      <section className="card flush" aria-label={strings.title}>
        <div className="table-toolbar">
          <span className="spacer" />
          <MenuButton
            className={buttonClass("normal")}
            actions={(["csv", "ndjson"] as const).map((id) => ({
              id,
              label: strings.export[id],
              icon: "download",
              onAction: () => setExporting(id),
            }))}
          >
            <Icon name="download" />
            {strings.export.button}
          </MenuButton>
          <ColumnChooser columns={columns} visible={visible} />
        </div>
        {events.data && names ? (
          <DataTable
            label={strings.title}
            columns={columns}
            rows={rows}
            rowId={({ sequence }) => String(sequence)}
            visibility={visible.visibility}
            stale={events.isPlaceholderData}
            empty={
              <EmptyState
                icon={isFiltered ? "search" : "file"}
                {...(next !== undefined
                  ? strings.noMatchYet
                  : isFiltered
                    ? strings.noMatch
                    : strings.empty)}
              />
            }
          />
        ) : events.isError ? (
          <ErrorState error={events.error} onRetry={() => void events.refetch()} />
        ) : (
          <TableSkeleton rows={10} />
        )}
        {events.data && names && (
          <Pager
            range={strings.page(rows.length, pages.page + 1)}
            onPrevious={pages.page > 0 ? pages.toPrevious : undefined}
            onNext={
              next !== undefined && !events.isPlaceholderData ? () => pages.toNext(next) : undefined
            }
          />
        )}
      </section>
      {exporting && (
        <ExportDialog
          of={of}
          filters={filters}
          format={exporting}
          onClose={() => setExporting(undefined)}
        />
      )}
    </>
  );
}
