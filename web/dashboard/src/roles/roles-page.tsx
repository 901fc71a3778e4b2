import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import "./roles.css";
import "../ui/card.css";
import type { Role } from "../api/types";
import { useMay } from "../session/use-may";
import { strings } from "../strings/roles";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { ErrorState } from "../ui/error-state";
import { Page } from "../ui/page";
import { TableSkeleton } from "../ui/table-skeleton";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { CreateRoleDialog } from "./create-role-dialog";
import { DeleteRoleDialog } from "./delete-role-dialog";
import { EditRoleDialog } from "./edit-role-dialog";
import { rolesQuery } from "./queries";
import { roleColumns, type RoleAction } from "./role-columns";

/** The roles of an app, with the number of their users. */
export function RolesPage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/roles" });
  const mayChange = useMay("change");
  const roles = useQuery(rolesQuery(appId));
  const [creating, setCreating] = useState(false);
  const [open, setOpen] = useState<{ action: RoleAction; role: Role }>();
  const columns = useMemo(
    () => roleColumns(appId, mayChange ? (action, role) => setOpen({ action, role }) : undefined),
    [appId, mayChange],
  );
  const { visibility } = useVisibleColumns("roles", columns);
  const close = () => setOpen(undefined);
  return (
    <Page
      title={strings.title}
      lead={strings.lead}
      context={appId}
      actions={
        mayChange && (
          <Button kind="primary" icon="plus" onPress={() => setCreating(true)}>
            {strings.create}
          </Button>
        )
      }
    >
      <section className="card flush" aria-label={strings.title}>
        {roles.data ? (
          <DataTable
            label={strings.title}
            columns={columns}
            rows={roles.data}
            rowId={({ role }) => role}
            visibility={visibility}
            // Never empty: the role `default` always exists.
            empty={null}
          />
        ) : roles.isError ? (
          <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />
        ) : (
          <TableSkeleton rows={3} />
        )}
      </section>
      {creating && <CreateRoleDialog appId={appId} onClose={() => setCreating(false)} />}
      {open?.action === "edit" && <EditRoleDialog appId={appId} role={open.role} onClose={close} />}
      {open?.action === "delete" && (
        <DeleteRoleDialog appId={appId} role={open.role} onClose={close} />
      )}
    </Page>
  );
}
