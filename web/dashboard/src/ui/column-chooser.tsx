import type { RowData } from "@tanstack/react-table";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import "./column-chooser.css";
import { strings } from "../strings/common";
import { Button } from "./button";
import { Checkbox } from "./checkbox";
import type { TableColumn } from "./table-columns";
import type { VisibleColumns } from "./use-visible-columns";

interface Props<Row extends RowData> {
  columns: readonly TableColumn<Row>[];
  visible: VisibleColumns;
}

/** Chooses the visible columns of a table. The first column is always visible. */
export function ColumnChooser<Row extends RowData>({ columns, visible }: Props<Row>) {
  return (
    <DialogTrigger>
      <Button icon="columns">{strings.table.columns}</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="column-chooser" aria-label={strings.table.chooseColumns}>
          {columns.slice(1).map(({ id = "", meta }) => (
            <Checkbox
              key={id}
              isSelected={visible.visibility[id] ?? true}
              onChange={(shown) => visible.show(id, shown)}
            >
              {meta?.label}
            </Checkbox>
          ))}
          <Button kind="quiet" small isDisabled={!visible.isChosen} onPress={visible.reset}>
            {strings.table.resetColumns}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
