import type { ApiKey, NewApiKey } from "../api/types";
import { strings } from "../strings/api-keys";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { createApiKey } from "./create-api-key";

interface Props {
  appId: string;
  apiKey: ApiKey;
  /** Called once the successor exists. The old key still works. */
  onReplaced: (created: NewApiKey) => void;
  onClose: () => void;
}

/** Explains how a key is replaced, and creates the successor. */
export function ReplaceKeyDialog({ appId, apiKey, onReplaced, onClose }: Props) {
  return (
    <ConfirmDialog
      title={strings.replace.title(apiKey.name)}
      confirm={strings.replace.confirm}
      harmless
      onConfirm={async () => onReplaced(await createApiKey(appId, apiKey))}
      onClose={onClose}
    >
      <p>{strings.replace.text}</p>
    </ConfirmDialog>
  );
}
