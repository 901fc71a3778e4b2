import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/roles";
import { Dialog } from "../ui/dialog";
import { showToast } from "../ui/toast";
import { rolesQuery } from "./queries";
import { RoleForm } from "./role-form";
import { NEW_ROLE, roleCreationOf } from "./role-values";

interface Props {
  appId: string;
  onClose: () => void;
}

/** Creates a role. Open while mounted. */
export function CreateRoleDialog({ appId, onClose }: Props) {
  const client = useQueryClient();
  return (
    <Dialog title={strings.form.createTitle} isOpen onClose={onClose}>
      <RoleForm
        initial={NEW_ROLE}
        isNew
        submit={strings.form.submitCreate}
        save={(values) =>
          unwrapData(
            api.POST("/apps/{appId}/roles", {
              params: { path: { appId } },
              body: roleCreationOf(values),
            }),
          )
        }
        onSaved={({ name }) => {
          showToast(strings.form.created(name));
          onClose();
          void client.invalidateQueries({ queryKey: rolesQuery(appId).queryKey });
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
