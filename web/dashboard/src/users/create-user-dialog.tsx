import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/users";
import { Dialog } from "../ui/dialog";
import { showToast } from "../ui/toast";
import { refreshUsers } from "./queries";
import { UserForm } from "./user-form";
import { creationOf, NEW_USER } from "./user-values";

interface Props {
  appId: string;
  onClose: () => void;
}

/** Creates a user. Open while mounted. */
export function CreateUserDialog({ appId, onClose }: Props) {
  const client = useQueryClient();
  return (
    <Dialog title={strings.form.createTitle} isOpen onClose={onClose} wide>
      <UserForm
        appId={appId}
        initial={NEW_USER}
        isNew
        submit={strings.form.submitCreate}
        save={(values) =>
          unwrapData(
            api.POST("/apps/{appId}/users", {
              params: { path: { appId } },
              body: creationOf(values),
            }),
          )
        }
        onSaved={({ name }) => {
          showToast(strings.form.created(name));
          onClose();
          void refreshUsers(client, appId);
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
