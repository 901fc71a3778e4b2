import type { ApiKey, NewApiKey } from "../api/types";
import { CreateKeyDialog } from "./create-key-dialog";
import { DeleteKeyDialog } from "./delete-key-dialog";
import { EditKeyDialog } from "./edit-key-dialog";
import { NewKeyDialog } from "./new-key-dialog";
import { ReplaceKeyDialog } from "./replace-key-dialog";

/** The one dialog that is open. */
export type OpenDialog =
  | { kind: "create" }
  | { kind: "edit" | "replace" | "delete"; apiKey: ApiKey }
  | { kind: "new"; created: NewApiKey };

interface Props {
  appId: string;
  open: OpenDialog;
  onCreated: (created: NewApiKey) => void;
  onClose: () => void;
  /** Called once `old` has a successor. */
  onReplaced: (old: ApiKey, created: NewApiKey) => void;
  onDeleted: (apiKey: ApiKey) => void;
}

/** The dialogs of the API keys page. */
export function KeyDialogs({ appId, open, onCreated, onClose, onReplaced, onDeleted }: Props) {
  switch (open.kind) {
    case "create":
      return <CreateKeyDialog appId={appId} onCreated={onCreated} onClose={onClose} />;
    case "new":
      return <NewKeyDialog created={open.created} onClose={onClose} />;
    case "edit":
      return <EditKeyDialog appId={appId} apiKey={open.apiKey} onClose={onClose} />;
    case "replace":
      return (
        <ReplaceKeyDialog
          appId={appId}
          apiKey={open.apiKey}
          onReplaced={(created) => onReplaced(open.apiKey, created)}
          onClose={onClose}
        />
      );
    case "delete":
      return (
        <DeleteKeyDialog
          appId={appId}
          apiKey={open.apiKey}
          onDeleted={() => onDeleted(open.apiKey)}
          onClose={onClose}
        />
      );
  }
}
