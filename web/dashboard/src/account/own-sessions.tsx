import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { useMutationById } from "../api/use-mutation-by-id";
import { forgetSignedIn } from "../session/signed-in";
import { strings } from "../strings/account";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { DataTable } from "../ui/data-table";
import { ErrorState } from "../ui/error-state";
import { TableSkeleton } from "../ui/table-skeleton";
import { showFailure, showToast } from "../ui/toast";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { ownSessionColumns } from "./own-session-columns";
import { ownSessionsQuery } from "./queries";

/** Lists the administrator's own sessions, and signs out one or all of them. */
export function OwnSessions() {
  const sessions = useQuery(ownSessionsQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const endOne = useMutationById("end-own-session", {
    mutationFn: (id) => unwrapData(api.DELETE("/sessions/{id}", { params: { path: { id } } })),
    onSuccess: () => showToast(strings.sessions.ended),
    onError: showFailure,
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  const columns = useMemo(() => ownSessionColumns(endOne), [endOne]);
  const { visibility } = useVisibleColumns("own-sessions", columns);
  const endAll = async () => {
    await unwrapData(api.DELETE("/sessions"));
    await navigate({ to: "/sign-in", search: { why: "signed-out" } });
    forgetSignedIn(client);
  };
  return (
    <Card
      flush
      title={strings.sessions.title}
      lead={strings.sessions.lead}
      actions={
        <Button small onPress={() => setAsking(true)}>
          {strings.sessions.signOutEverywhere}
        </Button>
      }
    >
      {sessions.data ? (
        <DataTable
          label={strings.sessions.title}
          columns={columns}
          rows={sessions.data}
          rowId={({ id }) => id}
          visibility={visibility}
          empty={null}
        />
      ) : sessions.isError ? (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <TableSkeleton rows={2} />
      )}
      {asking && (
        <ConfirmDialog
          title={strings.sessions.signOutEverywhereQuestion}
          confirm={strings.sessions.signOutEverywhere}
          onConfirm={endAll}
          onClose={() => setAsking(false)}
        >
          <p>{strings.sessions.signOutEverywhereText}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
