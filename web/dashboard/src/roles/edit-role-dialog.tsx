import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Role } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings as common } from "../strings/common";
import { strings } from "../strings/roles";
import { Dialog } from "../ui/dialog";
import { showToast } from "../ui/toast";
import { rolesQuery } from "./queries";
import { RoleForm } from "./role-form";
import { roleUpdateOf, roleValuesOf } from "./role-values";

interface Props {
  appId: string;
  role: Role;
  onClose: () => void;
}

/** Edits a role. Sends only the fields that were changed here. Open while mounted. */
export function EditRoleDialog({ appId, role, onClose }: Props) {
  const client = useQueryClient();
  return (
    <Dialog title={strings.form.editTitle(role.name)} isOpen onClose={onClose}>
      <RoleForm
        initial={roleValuesOf(role)}
        isNew={false}
        submit={common.save}
        save={(values, before) =>
          unwrapData(
            api.PUT("/apps/{appId}/roles/{role}", {
              params: { path: { appId, role: role.role } },
              body: roleUpdateOf(before, values),
            }),
          )
        }
        onSaved={({ name }) => {
          showToast(strings.form.saved(name));
          onClose();
          void client.invalidateQueries({ queryKey: rolesQuery(appId).queryKey });
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
