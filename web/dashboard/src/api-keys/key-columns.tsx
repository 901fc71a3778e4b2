import type { ApiKey } from "../api/types";
import { strings } from "../strings/api-keys";
import { Badge } from "../ui/badge";
import { MenuButton } from "../ui/menu-button";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { Given } from "../ui/given";

const helper = columnsOf<ApiKey>();

export type KeyAction = "edit" | "replace" | "delete";

interface Options {
  creatorOf: (key: ApiKey) => string;
  /** Undefined for viewers. */
  onAction: ((action: KeyAction, key: ApiKey) => void) | undefined;
}

/** Columns for the list of keys. */
export function keyColumns({ creatorOf, onAction }: Options) {
  return helper.columns([
    helper.display({
      id: "name",
      meta: { label: strings.column.name },
      cell: ({ row: { original } }) => (
        <span className="api-key-name">
          <strong>
            <Given>{original.name}</Given>
          </strong>
          <span className="mono muted">{original.apiKey}</span>
          <span className="api-key-narrow">
            <ScopeBadge scope={original.scope} />
          </span>
        </span>
      ),
    }),
    helper.display({
      id: "scope",
      meta: { label: strings.column.scope, shown: "wide" },
      cell: ({ row: { original } }) => (
        <span className="api-key-scope">
          <ScopeBadge scope={original.scope} />
          <span className="muted">{strings.scope[original.scope].short}</span>
        </span>
      ),
    }),
    helper.display({
      id: "createdBy",
      meta: { label: strings.column.createdBy, shown: "wide" },
      cell: ({ row }) => (
        <span className="wrap">
          <Given>{creatorOf(row.original)}</Given>
        </span>
      ),
    }),
    helper.display({
      id: "created",
      meta: { label: strings.column.created, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.createdAt} />,
    }),
    helper.display({
      id: "lastUsed",
      meta: { label: strings.column.lastUsed },
      cell: ({ row }) => <Moment at={row.original.lastUsedAt ?? 0} />,
    }),
    ...(onAction ? [actionsColumn(onAction)] : []),
  ]);
}

function actionsColumn(onAction: (action: KeyAction, key: ApiKey) => void) {
  const icons = { edit: "edit", replace: "refresh", delete: "trash" } as const;
  return helper.display({
    id: "actions",
    meta: { label: strings.column.actions, hideLabel: true, align: "end" },
    cell: ({ row: { original } }) => (
      <MenuButton
        label={strings.actionsOf(original.name)}
        actions={(["edit", "replace", "delete"] as const).map((id) => ({
          id,
          label: strings.action[id],
          icon: icons[id],
          harmful: id === "delete",
          onAction: () => onAction(id, original),
        }))}
      />
    ),
  });
}

function ScopeBadge({ scope }: Pick<ApiKey, "scope">) {
  return (
    <Badge tone={scope === "fullAccess" ? "accent" : "neutral"}>{strings.scope[scope].name}</Badge>
  );
}
