import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { User } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings as common } from "../strings/common";
import { strings } from "../strings/users";
import { Dialog } from "../ui/dialog";
import { showToast } from "../ui/toast";
import { refreshUsers } from "../users/queries";
import { UserForm } from "../users/user-form";
import { changesOf, valuesOf } from "../users/user-values";

interface Props {
  appId: string;
  user: User;
  onClose: () => void;
}

/**
 * Edits a user. Sends only the fields that were changed here, to keep what others changed
 * meanwhile.
 */
export function EditUserDialog({ appId, user, onClose }: Props) {
  const client = useQueryClient();
  return (
    <Dialog title={strings.form.editTitle(user.name)} isOpen onClose={onClose} wide>
      <UserForm
        appId={appId}
        initial={valuesOf(user)}
        isNew={false}
        submit={common.save}
        save={(values, before) =>
          unwrapData(
            api.PUT("/apps/{appId}/users/{uid}", {
              params: { path: { appId, uid: user.uid } },
              body: changesOf(before, values),
            }),
          )
        }
        onSaved={({ name }) => {
          showToast(strings.form.saved(name));
          onClose();
          void refreshUsers(client, appId);
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
