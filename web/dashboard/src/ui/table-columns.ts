import {
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  type ColumnDef,
  type RowData,
} from "@tanstack/react-table";

/** What the tables of the dashboard can do by themselves; the server sorts, filters and pages. */
export const features = tableFeatures({
  columnVisibilityFeature,
  columnMeta: {} as ColumnLayout,
});

interface ColumnLayout {
  /** The name of the column in the list of columns, and above it. */
  label: string;
  /** Said to screen readers alone, as over a column of buttons. */
  hideLabel?: boolean;
  /** Shown until the viewer chooses otherwise: always, on wide screens only, or not. */
  shown?: "always" | "wide" | "no";
  /** Numbers stand on the right. */
  align?: "end";
  /** `sortBy` of the API, where the server sorts by this column. */
  sortBy?: string;
}

export type TableColumn<Row extends RowData> = ColumnDef<typeof features, Row, unknown>;

/** The helper of TanStack Table for the columns of such rows. */
export function columnsOf<Row extends RowData>() {
  return createColumnHelper<typeof features, Row>();
}
