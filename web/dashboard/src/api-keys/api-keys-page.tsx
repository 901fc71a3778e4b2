import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import "./api-keys.css";
import "../ui/card.css";
import { pollEvery } from "../api/poll-every";
import type { NewApiKey } from "../api/types";
import { useMay } from "../session/use-may";
import { strings } from "../strings/api-keys";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { NotUpToDate } from "../ui/not-up-to-date";
import { Page } from "../ui/page";
import { TableSkeleton } from "../ui/table-skeleton";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { creatorIn } from "./creator";
import { keyColumns } from "./key-columns";
import { KeyDialogs, type OpenDialog } from "./key-dialogs";
import { apiKeysQuery, keyCreatorsQuery } from "./queries";
import { ReplacementCard } from "./replacement-card";
import { useReplacements } from "./use-replacements";

const WATCH_MS = 10_000;

/** Lists, creates, edits, replaces and deletes the API keys of an app. */
export function ApiKeysPage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/keys" });
  const client = useQueryClient();
  const mayChange = useMay("change");
  const { replacements, begin, end } = useReplacements(appId);
  const keys = useQuery({
    ...apiKeysQuery(appId),
    // Poll while a key is being replaced, to notice whether the old one is still used.
    refetchInterval: replacements.length > 0 && pollEvery(WATCH_MS),
  });
  const { data: creators } = useQuery(keyCreatorsQuery(appId));
  const [open, setOpen] = useState<OpenDialog>();
  const columns = useMemo(
    () =>
      keyColumns({
        creatorOf: creatorIn(keys.data ?? [], creators),
        onAction: mayChange ? (kind, apiKey) => setOpen({ kind, apiKey }) : undefined,
      }),
    [keys.data, creators, mayChange],
  );
  const { visibility } = useVisibleColumns("api-keys", columns);
  const show = (created: NewApiKey) => {
    setOpen({ kind: "new", created });
    void client.invalidateQueries({ queryKey: apiKeysQuery(appId).queryKey });
  };
  const keyOf = (id: string) => keys.data?.find((key) => key.id === id);
  const createButton = mayChange && (
    <Button kind="primary" icon="plus" onPress={() => setOpen({ kind: "create" })}>
      {strings.create}
    </Button>
  );

  return (
    <Page title={strings.title} lead={strings.lead} context={appId} actions={createButton}>
      <NotUpToDate query={keys} />
      {mayChange &&
        replacements.map(({ oldId, newId }) => {
          const old = keyOf(oldId);
          const successor = keyOf(newId);
          if (!old || !successor) return null;
          return (
            <ReplacementCard
              key={oldId}
              old={old}
              successor={successor}
              onDelete={() => setOpen({ kind: "delete", apiKey: old })}
              onStop={() => end(oldId)}
            />
          );
        })}
      <section className="card flush" aria-label={strings.title}>
        {keys.data ? (
          <DataTable
            label={strings.title}
            columns={columns}
            rows={keys.data}
            rowId={({ id }) => id}
            visibility={visibility}
            empty={
              <EmptyState icon="key" {...strings.empty}>
                {createButton}
              </EmptyState>
            }
          />
        ) : keys.isError ? (
          <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />
        ) : (
          <TableSkeleton rows={3} />
        )}
      </section>
      {open && (
        <KeyDialogs
          appId={appId}
          open={open}
          onCreated={show}
          // A dialog that closes late must not close the one that replaced it.
          onClose={() => setOpen((now) => (now === open ? undefined : now))}
          onReplaced={(old, created) => {
            begin({ oldId: old.id, newId: created.id });
            show(created);
          }}
          onDeleted={({ id }) => end(id)}
        />
      )}
    </Page>
  );
}
