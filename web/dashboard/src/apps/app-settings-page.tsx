import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import "./apps.css";
import { useMay } from "../session/use-may";
import { strings } from "../strings/apps";
import { ErrorState } from "../ui/error-state";
import { Page } from "../ui/page";
import { Skeleton } from "../ui/skeleton";
import { AppFacts } from "./app-facts";
import { AppSettingsForm } from "./app-settings-form";
import { DeleteAppCard } from "./delete-app-card";
import { appQuery, appsQuery } from "./queries";

/** The settings of an app, and the button that deletes it. */
export function AppSettingsPage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/settings" });
  const client = useQueryClient();
  const mayChange = useMay("change");
  const app = useQuery({ ...appQuery(appId), staleTime: 0 });
  return (
    <Page title={strings.settings} context={appId}>
      {app.data ? (
        mayChange ? (
          <div className="app-settings-page">
            <AppSettingsForm
              key={appId}
              app={app.data}
              onSaved={(saved) => {
                client.setQueryData(appQuery(appId).queryKey, saved);
                void client.invalidateQueries({ queryKey: appsQuery.queryKey, exact: true });
              }}
            />
            <DeleteAppCard app={app.data} />
          </div>
        ) : (
          <AppFacts app={app.data} />
        )
      ) : app.isError ? (
        <ErrorState error={app.error} onRetry={() => void app.refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </Page>
  );
}
