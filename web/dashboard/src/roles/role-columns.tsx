import type { Role } from "../api/types";
import { strings } from "../strings/roles";
import { MenuButton } from "../ui/menu-button";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { UserCount } from "./user-count";
import { Given } from "../ui/given";

const helper = columnsOf<Role>();
const DEFAULT = "default";

export type RoleAction = "edit" | "delete";

/** Columns for the list of roles. `onAction` is undefined for viewers. */
export function roleColumns(
  appId: string,
  onAction: ((action: RoleAction, role: Role) => void) | undefined,
) {
  return helper.columns([
    helper.display({
      id: "name",
      meta: { label: strings.column.name },
      cell: ({ row: { original } }) => (
        <span className="role-name">
          <strong>
            <Given>{original.name}</Given>
          </strong>
          <span className="mono muted">{original.role}</span>
          {(original.description || original.role === DEFAULT) && (
            <span className="muted">
              <Given>{original.description || strings.isDefault}</Given>
            </span>
          )}
        </span>
      ),
    }),
    helper.display({
      id: "listUsers",
      meta: { label: strings.column.listUsers, shown: "wide" },
      cell: ({ row }) => strings.reach[row.original.settings.listUsers ?? "all"],
    }),
    helper.display({
      id: "sendMessagesTo",
      meta: { label: strings.column.sendMessagesTo, shown: "wide" },
      cell: ({ row }) => strings.reach[row.original.settings.sendMessagesTo ?? "all"],
    }),
    helper.display({
      id: "users",
      meta: { label: strings.column.users, align: "end" },
      cell: ({ row }) => <UserCount appId={appId} role={row.original} />,
    }),
    helper.display({
      id: "updated",
      meta: { label: strings.column.updated, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.updatedAt} />,
    }),
    ...(onAction ? [actionsColumn(onAction)] : []),
  ]);
}

function actionsColumn(onAction: (action: RoleAction, role: Role) => void) {
  return helper.display({
    id: "actions",
    meta: { label: strings.column.actions, hideLabel: true, align: "end" },
    cell: ({ row: { original } }) => (
      <MenuButton
        label={strings.actionsOf(original.name)}
        actions={[
          {
            id: "edit",
            label: strings.action.edit,
            icon: "edit",
            onAction: () => onAction("edit", original),
          },
          // The server refuses to delete the default role.
          ...(original.role === DEFAULT
            ? []
            : [
                {
                  id: "delete",
                  label: strings.action.delete,
                  icon: "trash" as const,
                  harmful: true,
                  onAction: () => onAction("delete", original),
                },
              ]),
        ]}
      />
    ),
  });
}
