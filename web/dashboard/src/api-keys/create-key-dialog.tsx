import type { NewApiKey } from "../api/types";
import { strings } from "../strings/api-keys";
import { Dialog } from "../ui/dialog";
import { createApiKey } from "./create-api-key";
import { KeyForm } from "./key-form";

interface Props {
  appId: string;
  onCreated: (created: NewApiKey) => void;
  onClose: () => void;
}

/** Asks for the name and scope of a new key. Open while mounted. */
export function CreateKeyDialog({ appId, onCreated, onClose }: Props) {
  return (
    <Dialog title={strings.form.createTitle} isOpen onClose={onClose}>
      <KeyForm
        initial={{ name: "", scope: "authOnly" }}
        submit={strings.form.submit}
        save={(values) => createApiKey(appId, values)}
        onSaved={onCreated}
        onCancel={onClose}
      />
    </Dialog>
  );
}
