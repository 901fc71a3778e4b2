import type { Administrator } from "../api/types";
import { strings } from "../strings/administrators";
import { strings as shell } from "../strings/shell";
import { Badge } from "../ui/badge";
import { MenuButton } from "../ui/menu-button";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { Given } from "../ui/given";

const helper = columnsOf<Administrator>();

export type AdministratorAction = "edit" | "link" | "remove";

const ACTIONS = [
  { id: "edit", icon: "edit" },
  { id: "link", icon: "key" },
  { id: "remove", icon: "trash", harmful: true },
] as const;

/** Columns for the list of administrators. `ownId` is the id of the signed-in administrator. */
export function administratorColumns(
  ownId: string,
  onAction: (action: AdministratorAction, administrator: Administrator) => void,
) {
  return helper.columns([
    helper.display({
      id: "name",
      meta: { label: strings.column.name },
      cell: ({ row: { original } }) => (
        <span className="administrator-name">
          <strong>
            <Given>{original.name}</Given>{" "}
            {original.id === ownId && <Badge tone="accent">{strings.you}</Badge>}
          </strong>
          <span className="muted">
            <Given>{original.email}</Given>
          </span>
        </span>
      ),
    }),
    helper.display({
      id: "role",
      meta: { label: strings.column.role },
      cell: ({ row }) => shell.roles[row.original.role],
    }),
    helper.display({
      id: "password",
      meta: { label: strings.column.password, shown: "wide" },
      cell: ({ row }) =>
        row.original.hasPassword ? (
          strings.withPassword
        ) : (
          <Badge tone="warn">{strings.withLink}</Badge>
        ),
    }),
    helper.display({
      id: "lastSignedIn",
      meta: { label: strings.column.lastSignedIn, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.lastSignedInAt} />,
    }),
    helper.display({
      id: "created",
      meta: { label: strings.column.created, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.createdAt} />,
    }),
    helper.display({
      id: "actions",
      meta: { label: strings.column.actions, hideLabel: true, align: "end" },
      cell: ({ row: { original } }) => (
        <MenuButton
          label={strings.actionsOf(original.email)}
          actions={ACTIONS.map((action) => ({
            ...action,
            label: strings.action[action.id],
            onAction: () => onAction(action.id, original),
          }))}
        />
      ),
    }),
  ]);
}
