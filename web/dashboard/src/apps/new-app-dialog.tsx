import type { NewApp } from "../api/types";
import { strings } from "../strings/apps";
import { Dialog } from "../ui/dialog";
import { DialogBody } from "../ui/dialog-body";
import { SecretField } from "../ui/secret-field";

interface Props {
  /** The created app with its unmasked keys. */
  created: NewApp;
  onClose: () => void;
}

/** Shows the keys of a new app once. */
export function NewAppDialog({ created: { app, authKey, apiKey }, onClose }: Props) {
  return (
    <Dialog title={strings.shown.title(app.name)} isOpen onClose={onClose} showsOnce>
      <DialogBody close={strings.shown.open} onClose={onClose}>
        <p>{strings.shown.text}</p>
        <p>
          {strings.shown.appId}: <code>{app.appId}</code>
        </p>
        <SecretField label={strings.shown.apiKey} value={apiKey} autoFocus />
        <SecretField label={strings.shown.authKey} value={authKey} />
      </DialogBody>
    </Dialog>
  );
}
