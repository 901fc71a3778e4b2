import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import "./administrators.css";
import "../ui/card.css";
import type { Administrator, SignInLink } from "../api/types";
import { useAdministrator } from "../session/use-administrator";
import { strings } from "../strings/administrators";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { ErrorState } from "../ui/error-state";
import { Page } from "../ui/page";
import { TableSkeleton } from "../ui/table-skeleton";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { administratorColumns, type AdministratorAction } from "./administrator-columns";
import { EditAdministratorDialog } from "./edit-administrator-dialog";
import { InviteDialog } from "./invite-dialog";
import { LinkDialog } from "./link-dialog";
import { MakeLinkDialog } from "./make-link-dialog";
import { administratorsQuery } from "./queries";
import { RemoveDialog } from "./remove-dialog";

/** Lists, invites, edits and removes administrators. */
export function AdministratorList() {
  const client = useQueryClient();
  const self = useAdministrator();
  const administrators = useQuery(administratorsQuery);
  const [inviting, setInviting] = useState(false);
  const [open, setOpen] = useState<{ action: AdministratorAction; administrator: Administrator }>();
  const [link, setLink] = useState<{ email: string; link: SignInLink }>();
  const columns = useMemo(
    () =>
      administratorColumns(self.id, (action, administrator) => setOpen({ action, administrator })),
    [self.id],
  );
  const { visibility } = useVisibleColumns("administrators", columns);
  const dialog = open && {
    administrator: open.administrator,
    isSelf: open.administrator.id === self.id,
    onClose: () => setOpen(undefined),
  };
  return (
    <Page
      title={strings.title}
      lead={strings.lead}
      actions={
        <Button kind="primary" icon="plus" onPress={() => setInviting(true)}>
          {strings.invite}
        </Button>
      }
    >
      <section className="card flush" aria-label={strings.title}>
        {administrators.data ? (
          <DataTable
            label={strings.title}
            columns={columns}
            rows={administrators.data}
            rowId={({ id }) => id}
            visibility={visibility}
            // Never empty: it contains the signed-in administrator.
            empty={null}
          />
        ) : administrators.isError ? (
          <ErrorState error={administrators.error} onRetry={() => void administrators.refetch()} />
        ) : (
          <TableSkeleton rows={3} />
        )}
      </section>
      {inviting && (
        <InviteDialog
          onInvited={({ administrator: { email }, ...made }) => {
            setInviting(false);
            setLink({ email, link: made });
            void client.invalidateQueries({ queryKey: administratorsQuery.queryKey });
          }}
          onClose={() => setInviting(false)}
        />
      )}
      {dialog && open.action === "edit" && <EditAdministratorDialog {...dialog} />}
      {dialog && open.action === "remove" && <RemoveDialog {...dialog} />}
      {dialog && open.action === "link" && (
        <MakeLinkDialog
          {...dialog}
          onMade={(made) => setLink({ email: dialog.administrator.email, link: made })}
        />
      )}
      {link && <LinkDialog {...link} onClose={() => setLink(undefined)} />}
    </Page>
  );
}
