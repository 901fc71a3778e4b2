import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import "./apps.css";
import "../ui/card.css";
import type { NewApp } from "../api/types";
import { useMay } from "../session/use-may";
import { strings } from "../strings/apps";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Page } from "../ui/page";
import { TableSkeleton } from "../ui/table-skeleton";
import { useVisibleColumns } from "../ui/use-visible-columns";
import { APP_COLUMNS } from "./app-columns";
import { CreateAppDialog } from "./create-app-dialog";
import { NewAppDialog } from "./new-app-dialog";
import { appsQuery } from "./queries";

/** The apps of the server. */
export function AppsPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayChange = useMay("change");
  const apps = useQuery(appsQuery);
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<NewApp>();
  const { visibility } = useVisibleColumns("apps", APP_COLUMNS);
  const open = (appId: string) => void navigate({ to: "/apps/$appId", params: { appId } });
  const createButton = mayChange && (
    <Button kind="primary" icon="plus" onPress={() => setCreating(true)}>
      {strings.create}
    </Button>
  );
  return (
    <Page title={strings.title} lead={strings.lead} actions={createButton}>
      <section className="card flush" aria-label={strings.title}>
        {apps.data ? (
          <DataTable
            label={strings.title}
            columns={APP_COLUMNS}
            rows={apps.data}
            rowId={({ appId }) => appId}
            visibility={visibility}
            onRowAction={open}
            empty={
              <EmptyState icon="app" {...strings.empty}>
                {createButton}
              </EmptyState>
            }
          />
        ) : apps.isError ? (
          <ErrorState error={apps.error} onRetry={() => void apps.refetch()} />
        ) : (
          <TableSkeleton rows={3} />
        )}
      </section>
      {creating && (
        <CreateAppDialog
          onCreated={(app) => {
            setCreating(false);
            setCreated(app);
            void client.invalidateQueries({ queryKey: appsQuery.queryKey, exact: true });
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {created && <NewAppDialog created={created} onClose={() => open(created.app.appId)} />}
    </Page>
  );
}
