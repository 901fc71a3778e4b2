import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { ApiKey } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { useNow } from "../base/use-now";
import { strings } from "../strings/api-keys";
import { Callout } from "../ui/callout";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Moment } from "../ui/moment";
import { showToast } from "../ui/toast";
import { apiKeysQuery } from "./queries";
import { wasUsedToday } from "./silence";

interface Props {
  appId: string;
  apiKey: ApiKey;
  onDeleted: () => void;
  onClose: () => void;
}

/** Confirms before deleting a key. If it was used in the last day, its name must be typed. */
export function DeleteKeyDialog({ appId, apiKey, onDeleted, onClose }: Props) {
  const client = useQueryClient();
  const { id, name, lastUsedAt = 0 } = apiKey;
  const inUse = wasUsedToday(apiKey, useNow());
  const remove = async () => {
    await unwrapData(
      api.DELETE("/apps/{appId}/apikeys/{key}", { params: { path: { appId, key: id } } }),
    );
    onDeleted();
    showToast(strings.delete.done(name));
    await client.invalidateQueries({ queryKey: apiKeysQuery(appId).queryKey });
  };
  return (
    <ConfirmDialog
      title={strings.delete.title(name)}
      confirm={strings.delete.confirm}
      word={inUse ? name.trim() : undefined}
      onConfirm={remove}
      onClose={onClose}
    >
      <div className="api-key-delete">
        {inUse && (
          <Callout tone="warn">
            <p>
              {strings.delete.recent} <Moment at={lastUsedAt} />.
            </p>
          </Callout>
        )}
        <p>{strings.delete.text}</p>
        {!inUse && <p>{strings.delete.unused}</p>}
      </div>
    </ConfirmDialog>
  );
}
