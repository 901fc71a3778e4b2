import { Form } from "react-aria-components/Form";
import { api } from "../api/client";
import type { Administrator, InvitedAdministrator } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { checkLength } from "../form/checks";
import { useForm } from "../form/use-form";
import { strings } from "../strings/administrators";
import { strings as common } from "../strings/common";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { FailureCallout } from "../ui/failure-callout";
import { TextField } from "../ui/text-field";
import { RoleField } from "./role-field";

interface Props {
  onInvited: (invited: InvitedAdministrator) => void;
  onClose: () => void;
}

const LONGEST_NAME = 100;

/** Invites an administrator. Open while mounted. */
export function InviteDialog({ onInvited, onClose }: Props) {
  const form = useForm<Pick<Administrator, "email" | "name" | "role">, InvitedAdministrator>({
    initial: { email: "", name: "", role: "developer" },
    checks: {
      email: ({ email }) =>
        /^[^@\s]+@[^@\s]+$/.test(email.trim()) ? undefined : strings.form.badEmail,
      name: ({ name }) => checkLength(name, 1, LONGEST_NAME),
    },
    save: ({ email, name, role }) =>
      unwrapData(api.POST("/administrators", { body: { email: email.trim(), name, role } })),
    onSaved: onInvited,
  });
  return (
    <Dialog title={strings.form.inviteTitle} isOpen onClose={onClose}>
      <Form className="dialog-body" ref={form.ref} onSubmit={form.submit}>
        <FailureCallout error={form.failure} />
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
        <div className="dialog-actions">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button type="submit" kind="primary" isPending={form.isPending}>
            {strings.form.submitInvite}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
