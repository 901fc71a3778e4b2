import type { RowData } from "@tanstack/react-table";
import { useMedia } from "../base/use-media";
import { useStored } from "../base/stored";
import type { TableColumn } from "./table-columns";

type Visibility = Record<string, boolean>;

/**
 * The visible columns of the table `name`: those chosen in this browser, else the defaults for the
 * width of the screen.
 */
export function useVisibleColumns<Row extends RowData>(
  name: string,
  columns: readonly TableColumn<Row>[],
) {
  const wide = useMedia("(min-width: 800px)");
  const [chosen, choose] = useStored(`columns:${name}`, parseVisibility);
  const usual = Object.fromEntries(
    columns.map(({ id = "", meta }) => [id, meta?.shown === "wide" ? wide : meta?.shown !== "no"]),
  );
  const visibility = { ...usual, ...chosen };
  return {
    visibility,
    isChosen: chosen !== undefined,
    show: (id: string, shown: boolean) => choose({ ...chosen, [id]: shown }),
    reset: () => choose(undefined),
  };
}

export type VisibleColumns = ReturnType<typeof useVisibleColumns>;

function parseVisibility(stored: unknown): Visibility | undefined {
  if (typeof stored !== "object" || stored === null) return undefined;
  const isVisibility = Object.values(stored).every((value) => typeof value === "boolean");
  return isVisibility ? (stored as Visibility) : undefined;
}
