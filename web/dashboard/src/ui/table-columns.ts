import {
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  type ColumnDef,
  type RowData,
} from "@tanstack/react-table";

/** The table features in use. Sorting, filtering and paging are done by the server. */
export const features = tableFeatures({
  columnVisibilityFeature,
  columnMeta: {} as ColumnLayout,
});

interface ColumnLayout {
  /** The name of the column, in its heading and in the column chooser. */
  label: string;
  /** Shows the label only to screen readers, for example above a column of buttons. */
  hideLabel?: boolean;
  /** When the column is visible by default. `wide`: only on wide screens. */
  shown?: "always" | "wide" | "no";
  /** Right-aligned, for numbers and buttons. */
  align?: "end";
  /** The value of `sortBy` in the API, if the server can sort by this column. */
  sortBy?: string;
}

export type TableColumn<Row extends RowData> = ColumnDef<typeof features, Row, unknown>;

/** The column helper of TanStack Table for this type of row. */
export function columnsOf<Row extends RowData>() {
  return createColumnHelper<typeof features, Row>();
}
