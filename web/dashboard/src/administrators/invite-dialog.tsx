import { api } from "../api/client";
import type { Administrator, InvitedAdministrator } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { checkName } from "../form/checks";
import { DialogForm } from "../form/dialog-form";
import { useForm } from "../form/use-form";
import { strings } from "../strings/administrators";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/text-field";
import { RoleField } from "./role-field";

interface Props {
  onInvited: (invited: InvitedAdministrator) => void;
  onClose: () => void;
}

/** Invites an administrator. Open while mounted. */
export function InviteDialog({ onInvited, onClose }: Props) {
  const form = useForm<Pick<Administrator, "email" | "name" | "role">, InvitedAdministrator>({
    initial: { email: "", name: "", role: "developer" },
    checks: {
      email: ({ email }) =>
        /^[^@\s]+@[^@\s]+$/.test(email.trim()) ? undefined : strings.form.badEmail,
      name: ({ name }) => checkName(name),
    },
    save: ({ email, name, role }) =>
      unwrapData(api.POST("/administrators", { body: { email: email.trim(), name, role } })),
    onSaved: onInvited,
  });
  return (
    <Dialog title={strings.form.inviteTitle} isOpen onClose={onClose}>
      <DialogForm form={form} submit={strings.form.submitInvite} onCancel={onClose}>
        <TextField
          {...form.field("email")}
          label={strings.form.email}
          description={strings.form.emailHint}
          type="email"
          autoComplete="off"
          autoFocus
        />
        <TextField {...form.field("name")} label={strings.form.name} autoComplete="off" />
        <RoleField
          value={form.values.role}
          onChange={(role) => form.set("role", role)}
          error={form.errorOf("role")}
        />
      </DialogForm>
    </Dialog>
  );
}
