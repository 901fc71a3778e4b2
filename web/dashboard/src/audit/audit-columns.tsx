import { Link } from "@tanstack/react-router";
import type { AuditEvent } from "../api/types";
import { formatNumber } from "../base/number";
import { strings } from "../strings/audit";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { actionText } from "./action-text";
import { detailsText } from "./details-text";
import { Given } from "../ui/given";

const helper = columnsOf<AuditEvent>();

/**
 * Columns for an audit log. In the log of an app, users are linked to their pages.
 * @param names names by id. Omit it in the log of a single target, to leave out the target column.
 */
export function auditColumns(appId: string | undefined, names?: ReadonlyMap<string, string>) {
  const target = ({ target }: AuditEvent) => (
    <Named {...target} name={names?.get(target.id)} appId={appId} />
  );
  return helper.columns([
    helper.display({
      id: "action",
      meta: { label: strings.column.action },
      cell: ({ row: { original } }) => (
        <>
          <span className="audit-action" title={original.action}>
            {actionText(original.action)}
          </span>
          {names && <span className="audit-narrow">{target(original)}</span>}
        </>
      ),
    }),
    ...(names
      ? [
          helper.display({
            id: "target",
            meta: { label: strings.column.target, shown: "wide" },
            cell: ({ row: { original } }) => target(original),
          }),
        ]
      : []),
    helper.display({
      id: "actor",
      meta: { label: strings.column.actor },
      cell: ({ row: { original } }) => <Named {...original.actor} appId={appId} />,
    }),
    helper.display({
      id: "at",
      meta: { label: strings.column.at },
      cell: ({ row }) => (
        <span className="audit-at">
          <Moment at={row.original.at} />
        </span>
      ),
    }),
    helper.display({
      id: "details",
      meta: { label: strings.column.details, shown: "wide" },
      cell: ({ row }) => <span className="wrap">{detailsText(row.original.details)}</span>,
    }),
    helper.display({
      id: "sequence",
      meta: { label: strings.column.sequence, shown: "no", align: "end" },
      cell: ({ row }) => formatNumber(row.original.sequence),
    }),
  ]);
}

interface NamedProps {
  kind: AuditEvent["actor"]["kind"] | AuditEvent["target"]["kind"];
  id: string;
  name?: string;
  /** The IP address of the actor. */
  address?: string;
  appId: string | undefined;
}

/** An actor or a target: its name or id, with the kind below. The server has only a kind. */
function Named({ kind, id, name, address, appId }: NamedProps) {
  const kinds = { ...strings.actorKind, ...strings.targetKind };
  return (
    <span className="audit-named">
      {kind === "user" && appId !== undefined ? (
        <Link to="/apps/$appId/users/$uid" params={{ appId, uid: id }} className="mono">
          {id}
        </Link>
      ) : (
        <span className={name || !id ? undefined : "mono"} title={id}>
          {id ? <Given>{name ?? id}</Given> : kinds[kind]}
        </span>
      )}
      <span className="muted">
        {id && kinds[kind]} {address && <span className="mono">{address}</span>}
      </span>
    </span>
  );
}
