import type { NewApiKey } from "../api/types";
import { strings } from "../strings/api-keys";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
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
      <div className="dialog-body">
        <SecretField label={strings.shown.label} value={created.apiKey} autoFocus />
        <p className="muted">{strings.shown.text}</p>
        <div className="dialog-actions">
          <Button onPress={onClose}>{strings.shown.done}</Button>
        </div>
      </div>
    </Dialog>
  );
}
