import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { User } from "../api/types";
import { useMutationById } from "../api/use-mutation-by-id";
import { useMay } from "../session/use-may";
import { strings } from "../strings/user";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { NotUpToDate } from "../ui/not-up-to-date";
import { TableSkeleton } from "../ui/table-skeleton";
import { showFailure, showToast } from "../ui/toast";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { refreshUsers } from "../users/queries";
import { endAllSessions, endSession } from "./end-sessions";
import { MintDialog } from "./mint-dialog";
import { sessionCreatorsQuery, sessionsQuery } from "./queries";
import { sessionColumns } from "./session-columns";
import { newestUnused, sessionCreator } from "./session-creator";

interface Props {
  appId: string;
  user: User;
}

const { sessions: texts } = strings;

/** The sessions of a user, kept up to date while the page is visible. */
export function Sessions({ appId, user }: Props) {
  const client = useQueryClient();
  const mayChange = useMay("change");
  const sessions = useQuery(sessionsQuery(appId, user.uid));
  const [open, setOpen] = useState<"mint" | "end-all">();
  // The audit log is on the same page.
  const refresh = () => refreshUsers(client, appId);
  const end = useMutationById("end-session", {
    mutationFn: (id) => endSession(appId, user.uid, id),
    onSuccess: () => showToast(texts.ended),
    onError: showFailure,
    onSettled: refresh,
  });
  const { data: creators } = useQuery(
    sessionCreatorsQuery(appId, user.uid, newestUnused(sessions.data)),
  );
  const columns = useMemo(
    () =>
      sessionColumns({
        creatorOf: (session) => sessionCreator(session, creators),
        end: mayChange ? end : undefined,
      }),
    [creators, mayChange, end],
  );
  const { visibility } = useVisibleColumns("sessions", columns);
  return (
    <>
      <NotUpToDate query={sessions} />
      <Card
        flush
        title={texts.title}
        lead={texts.lead}
        actions={
          mayChange && (
            <>
              <Button small icon="key" onPress={() => setOpen("mint")}>
                {texts.create}
              </Button>
              <Button
                small
                isDisabled={!sessions.data || sessions.data.length === 0}
                onPress={() => setOpen("end-all")}
              >
                {texts.endAll}
              </Button>
            </>
          )
        }
      >
        {sessions.data ? (
          <DataTable
            label={texts.title}
            columns={columns}
            rows={sessions.data}
            rowId={({ id }) => id}
            visibility={visibility}
            empty={<EmptyState icon="device" {...texts.none} />}
          />
        ) : sessions.isError ? (
          <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
        ) : (
          <TableSkeleton rows={3} />
        )}
        {open === "mint" && (
          <MintDialog
            appId={appId}
            uid={user.uid}
            onCreated={() => void refresh()}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === "end-all" && (
          <ConfirmDialog
            title={texts.endAllQuestion(user.name)}
            confirm={texts.endAll}
            onConfirm={async () => {
              await endAllSessions(appId, user.uid);
              showToast(texts.allEnded);
              await refresh();
            }}
            onClose={() => setOpen(undefined)}
          >
            {texts.endAllText}
          </ConfirmDialog>
        )}
      </Card>
    </>
  );
}
