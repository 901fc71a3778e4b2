import type { NewApiKey } from "../api/types";
import { strings } from "../strings/api-keys";
import { Dialog } from "../ui/dialog";
import { DialogBody } from "../ui/dialog-body";
import { SecretField } from "../ui/secret-field";

interface Props {
  /** The created key, unmasked. */
  created: NewApiKey;
  onClose: () => void;
}

/** Shows a new key once. */
export function NewKeyDialog({ created, onClose }: Props) {
  return (
    <Dialog title={strings.shown.title(created.name)} isOpen onClose={onClose} showsOnce>
      <DialogBody close={strings.shown.done} onClose={onClose}>
        <SecretField label={strings.shown.label} value={created.apiKey} autoFocus />
        <p className="muted">{strings.shown.text}</p>
      </DialogBody>
    </Dialog>
  );
}
