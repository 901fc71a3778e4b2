import type { AuditEvent } from "../api/types";
import { strings } from "../strings/user";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";

const helper = columnsOf<AuditEvent>();
const { audit: texts } = strings;

/** The columns of what was done to a user. */
export const USER_AUDIT_COLUMNS = helper.columns([
  helper.display({
    id: "action",
    meta: { label: texts.action },
    cell: ({ row }) => <code>{row.original.action}</code>,
  }),
  helper.display({
    id: "when",
    meta: { label: texts.when },
    cell: ({ row }) => <Moment at={row.original.at} />,
  }),
  helper.display({
    id: "who",
    meta: { label: texts.who },
    cell: ({ row }) => {
      const { kind, name, id } = row.original.actor;
      return (
        <span className="wrap" title={id}>
          {name ?? id} <span className="muted">{texts.actors[kind]}</span>
        </span>
      );
    },
  }),
  helper.display({
    id: "details",
    meta: { label: texts.details, shown: "wide" },
    cell: ({ row }) => <code className="wrap muted">{detailsOf(row.original)}</code>,
  }),
]);

function detailsOf({ details }: AuditEvent): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
