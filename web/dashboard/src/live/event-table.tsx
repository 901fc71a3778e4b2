import "../ui/data-table.css";
import { strings } from "../strings/live";
import { EventRow } from "./event-row";
import type { LiveRow } from "./log";

interface Props {
  appId: string;
  rows: readonly LiveRow[];
}

const COLUMNS = ["at", "kind", "user", "details", "platform", "address"] as const;

/** The events as a plain table: it changes several times per second and has no selection. */
export function EventTable({ appId, rows }: Props) {
  return (
    <div className="table-scroll" role="region" aria-label={strings.title} tabIndex={0}>
      <table className="table live-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {strings.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <EventRow key={row.key} appId={appId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
