import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { ApiKey } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { changed } from "../form/changed";
import { strings } from "../strings/api-keys";
import { strings as common } from "../strings/common";
import { Dialog } from "../ui/dialog";
import { showToast } from "../ui/toast";
import { KeyForm } from "./key-form";
import { apiKeysQuery } from "./queries";

interface Props {
  appId: string;
  apiKey: ApiKey;
  onClose: () => void;
}

/** Edits the name or scope of a key. Sends only changed fields. Open while mounted. */
export function EditKeyDialog({ appId, apiKey: { id, name, scope }, onClose }: Props) {
  const client = useQueryClient();
  return (
    <Dialog title={strings.form.editTitle(name)} isOpen onClose={onClose}>
      <KeyForm
        initial={{ name, scope }}
        current={scope}
        submit={common.save}
        save={(values, before) =>
          unwrapData(
            api.PUT("/apps/{appId}/apikeys/{key}", {
              params: { path: { appId, key: id } },
              body: changed(before, values),
            }),
          )
        }
        onSaved={(saved) => {
          showToast(strings.form.saved(saved.name));
          onClose();
          void client.invalidateQueries({ queryKey: apiKeysQuery(appId).queryKey });
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
