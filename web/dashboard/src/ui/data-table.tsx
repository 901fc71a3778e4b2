import { useTable, type RowData } from "@tanstack/react-table";
import type { ReactNode } from "react";
import {
  Cell,
  Column,
  Row as AriaRow,
  Table,
  TableBody,
  TableHeader,
  type Selection,
} from "react-aria-components/Table";
import "./data-table.css";
import { Icon } from "./icon";
import { SelectionBox } from "./selection-box";
import { features, type TableColumn } from "./table-columns";

export interface Sorting {
  by: string;
  order: "asc" | "desc";
}

interface Props<Row extends RowData> {
  /** The name of the table for screen readers. */
  label: string;
  /** The first column is the row header. Must be stable: defined outside components or memoized. */
  columns: TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  visibility?: Record<string, boolean>;
  /** The ids of the selected rows. If undefined, rows cannot be selected. */
  selected?: ReadonlySet<string> | undefined;
  onSelect?: (ids: ReadonlySet<string>) => void;
  sorting?: Sorting | undefined;
  onSort?: (sorting: Sorting) => void;
  onRowAction?: (id: string) => void;
  /** Shown if there are no rows. */
  empty: ReactNode;
  /** Whether the rows belong to the previous query while a new one is loading. */
  stale?: boolean;
}

/**
 * A table of one page of rows. Arrow keys navigate, Space selects, column headings sort. The caller
 * controls visible columns, sorting and paging.
 */
export function DataTable<Row extends RowData>(props: Props<Row>) {
  const { label, columns, rows, rowId, visibility = {}, selected, onSelect } = props;
  const { sorting, onSort, onRowAction, empty, stale } = props;
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility: visibility },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const select = (keys: Selection) =>
    onSelect?.(new Set(keys === "all" ? rows.map(rowId) : [...keys].map(String)));

  return (
    <div className="table-scroll" data-stale={stale || undefined}>
      <Table
        aria-label={label}
        className="table"
        selectionMode={selected ? "multiple" : "none"}
        selectedKeys={selected ?? []}
        onSelectionChange={select}
        sortDescriptor={
          sorting && {
            column: sorting.by,
            direction: sorting.order === "asc" ? "ascending" : "descending",
          }
        }
        onSortChange={({ column, direction }) =>
          onSort?.({ by: String(column), order: direction === "ascending" ? "asc" : "desc" })
        }
      >
        <TableHeader>
          {selected && (
            <Column id="selection" width={40} minWidth={40} className="table-selection">
              <SelectionBox />
            </Column>
          )}
          {headers.map((header, index) => {
            const { meta } = header.column.columnDef;
            return (
              <Column
                key={header.id}
                id={meta?.sortBy ?? header.id}
                isRowHeader={index === 0}
                allowsSorting={!!meta?.sortBy && !!onSort}
                data-align={meta?.align}
                textValue={meta?.label ?? ""}
              >
                {({ allowsSorting, sortDirection }) => (
                  <span className="table-heading">
                    <span className={meta?.hideLabel ? "visually-hidden" : undefined}>
                      {meta?.label}
                    </span>
                    {allowsSorting && (
                      <span className="table-sort" data-direction={sortDirection}>
                        <Icon name={sortDirection ? "chevronDown" : "chevronUpDown"} />
                      </span>
                    )}
                  </span>
                )}
              </Column>
            );
          })}
        </TableHeader>
        <TableBody renderEmptyState={() => empty}>
          {table.getRowModel().rows.map((row) => (
            <AriaRow
              key={row.id}
              id={row.id}
              {...(onRowAction && { onAction: () => onRowAction(row.id) })}
            >
              {selected && (
                <Cell className="table-selection">
                  <SelectionBox />
                </Cell>
              )}
              {row.getVisibleCells().map((cell) => (
                <Cell key={cell.id} data-align={cell.column.columnDef.meta?.align}>
                  <table.FlexRender cell={cell} />
                </Cell>
              ))}
            </AriaRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
