import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useLayoutEffect, useMemo, useState } from "react";
import "../ui/card.css";
import { useMay } from "../session/use-may";
import { strings as common } from "../strings/common";
import { strings } from "../strings/users";
import { Button } from "../ui/button";
import { ColumnChooser } from "../ui/column-chooser";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Page } from "../ui/page";
import { Pager } from "../ui/pager";
import { TableSkeleton } from "../ui/table-skeleton";
import { usePages } from "../ui/use-pages";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { CreateUserDialog } from "./create-user-dialog";
import { isFiltered, type SortBy, type UserFilters } from "./filters";
import { USERS_PER_PAGE, usersQuery } from "./queries";
import { SelectionBar } from "./selection-bar";
import { userColumns } from "./user-columns";
import { UserFilterBar } from "./user-filter-bar";

const NOBODY: ReadonlySet<string> = new Set();

/** Lists, finds and creates the users of an app, and edits many at once. */
export function UsersPage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/users" });
  const filters = useSearch({ from: "/signed-in/apps/$appId/users" });
  const navigate = useNavigate({ from: "/apps/$appId/users" });
  const mayChange = useMay("change");
  const pages = usePages<string>(JSON.stringify([appId, filters]));
  const users = useQuery(usersQuery(appId, filters, pages.cursor));
  const columns = useMemo(() => userColumns(appId), [appId]);
  const visible = useVisibleColumns("users", columns);
  const [selected, setSelected] = useState(NOBODY);
  const [creating, setCreating] = useState(false);

  const change = (next: UserFilters) => {
    setSelected(NOBODY);
    void navigate({ search: next, replace: true });
  };
  const turn = (toPage: () => void) => {
    setSelected(NOBODY);
    toPage();
  };
  const rows = users.data?.data ?? [];
  // All users of a later page can be deleted there.
  const isEmptied = users.isSuccess && rows.length === 0 && pages.page > 0;
  const { toFirst } = pages;
  useLayoutEffect(() => {
    if (isEmptied) toFirst();
  }, [isEmptied]);
  const total = users.data?.meta.pagination.total ?? 0;
  const cursor = users.data?.meta.cursor;
  const first = pages.page * USERS_PER_PAGE + 1;
  const last = first + rows.length - 1;
  const range = rows.length > 0 ? common.table.range(first, last, total) : undefined;
  const createButton = mayChange && (
    <Button kind="primary" icon="plus" onPress={() => setCreating(true)}>
      {strings.create}
    </Button>
  );

  return (
    <Page title={strings.title} context={appId} actions={createButton}>
      <UserFilterBar
        appId={appId}
        filters={filters}
        onChange={(part) => change({ ...filters, ...part })}
      />
      <section className="card flush" aria-label={strings.title}>
        <SelectionBar appId={appId} selected={selected} onSelect={setSelected} summary={range}>
          {isFiltered(filters) && (
            <Button
              kind="quiet"
              onPress={() => change({ sortBy: filters.sortBy, sortOrder: filters.sortOrder })}
            >
              {strings.filter.clear}
            </Button>
          )}
          <ColumnChooser columns={columns} visible={visible} />
        </SelectionBar>
        {users.data ? (
          <DataTable
            label={strings.title}
            columns={columns}
            rows={rows}
            rowId={({ uid }) => uid}
            visibility={visible.visibility}
            selected={mayChange ? selected : undefined}
            onSelect={setSelected}
            sorting={filters.sortBy && { by: filters.sortBy, order: filters.sortOrder ?? "asc" }}
            onSort={({ by, order }) =>
              change({
                ...filters,
                sortBy: by as SortBy,
                sortOrder: order === "desc" ? "desc" : undefined,
              })
            }
            onRowAction={(uid) =>
              void navigate({ to: "/apps/$appId/users/$uid", params: { appId, uid } })
            }
            stale={users.isPlaceholderData}
            empty={
              isFiltered(filters) ? (
                <EmptyState icon="search" {...strings.noMatch} />
              ) : (
                <EmptyState icon="users" {...strings.empty}>
                  {createButton}
                </EmptyState>
              )
            }
          />
        ) : users.isError ? (
          <ErrorState error={users.error} onRetry={() => void users.refetch()} />
        ) : (
          <TableSkeleton rows={10} />
        )}
        {(rows.length > 0 || pages.page > 0) && (
          <Pager
            range={range}
            onPrevious={pages.page > 0 ? () => turn(pages.toPrevious) : undefined}
            onNext={
              cursor && last < total && !users.isPlaceholderData
                ? () => turn(() => pages.toNext(cursor))
                : undefined
            }
          />
        )}
      </section>
      {creating && <CreateUserDialog appId={appId} onClose={() => setCreating(false)} />}
    </Page>
  );
}
