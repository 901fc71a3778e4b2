import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/client";
import type { App } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/apps";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { showToast } from "../ui/toast";
import { appsQuery } from "./queries";

interface Props {
  app: App;
}

/** Deletes an app after its App ID has been typed to confirm. */
export function DeleteAppCard({ app: { appId, name } }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await unwrapData(api.DELETE("/apps/{appId}", { params: { path: { appId } } }));
    showToast(strings.delete.done(name));
    await navigate({ to: "/apps" });
    client.removeQueries({ queryKey: ["apps", appId] });
    await client.invalidateQueries({ queryKey: appsQuery.queryKey, exact: true });
  };
  return (
    <Card title={strings.card.danger}>
      <div className="app-settings-mode">
        <p>{strings.delete.text}</p>
        <p>
          <Button kind="danger" icon="trash" onPress={() => setAsking(true)}>
            {strings.delete.button}
          </Button>
        </p>
      </div>
      {asking && (
        <ConfirmDialog
          title={strings.delete.title(name)}
          confirm={strings.delete.confirm}
          word={appId}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          <p>{strings.delete.text}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
