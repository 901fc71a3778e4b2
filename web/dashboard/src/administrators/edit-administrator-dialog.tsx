import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Administrator } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { changed } from "../form/changed";
import { checkName } from "../form/checks";
import { DialogForm } from "../form/dialog-form";
import { useForm } from "../form/use-form";
import { sessionQuery } from "../session/queries";
import { strings } from "../strings/administrators";
import { strings as common } from "../strings/common";
import { Callout } from "../ui/callout";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/text-field";
import { showToast } from "../ui/toast";
import { administratorsQuery } from "./queries";
import { RoleField } from "./role-field";

interface Props {
  administrator: Administrator;
  /** Whether this is the signed-in administrator. */
  isSelf: boolean;
  onClose: () => void;
}

/**
 * Edits the name or role of an administrator. Sends only the fields that were changed here. Open
 * while mounted.
 */
export function EditAdministratorDialog({ administrator, isSelf, onClose }: Props) {
  const client = useQueryClient();
  const { id, email, name, role } = administrator;
  const form = useForm<Pick<Administrator, "name" | "role">, Administrator>({
    initial: { name, role },
    checks: { name: (values) => checkName(values.name) },
    save: (values, before) =>
      unwrapData(
        api.PUT("/administrators/{id}", {
          params: { path: { id } },
          body: changed(before, values),
        }),
      ),
    onSaved: () => {
      showToast(strings.form.saved(email));
      onClose();
      void client.invalidateQueries({ queryKey: administratorsQuery.queryKey });
      if (isSelf) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <Dialog title={strings.form.editTitle(email)} isOpen onClose={onClose}>
      <DialogForm form={form} submit={common.save} onCancel={onClose}>
        <TextField {...form.field("name")} label={strings.form.name} autoComplete="off" autoFocus />
        <RoleField
          value={form.values.role}
          onChange={(next) => form.set("role", next)}
          error={form.errorOf("role")}
        />
        {isSelf && role === "owner" && form.values.role !== "owner" && (
          <Callout tone="warn" alert>
            {strings.form.ownRole}
          </Callout>
        )}
      </DialogForm>
    </Dialog>
  );
}
