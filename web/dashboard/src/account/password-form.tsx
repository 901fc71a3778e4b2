import type { ReactNode } from "react";
import { Form } from "react-aria-components/Form";
import "./account.css";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { useForm } from "../form/use-form";
import { useAdministrator } from "../session/use-administrator";
import { strings } from "../strings/account";
import { Button } from "../ui/button";
import { FailureCallout } from "../ui/failure-callout";
import { PasswordField } from "../ui/password-field";

const SHORTEST = 10;
const LONGEST = 128;

interface Props {
  /** Whether a password is set; if so, the form asks for the current one. */
  hasPassword: boolean;
  submit: string;
  onSaved: () => void;
  /** Additional buttons. */
  children?: ReactNode;
}

/** Sets or changes the signed-in administrator's password. */
export function PasswordForm({ hasPassword, submit, onSaved, children }: Props) {
  const { email } = useAdministrator();
  const form = useForm({
    initial: { currentPassword: "", password: "" },
    checks: {
      password: ({ password: { length } }) =>
        length < SHORTEST || length > LONGEST ? strings.password.tooShort : undefined,
    },
    save: ({ currentPassword, password }) =>
      unwrapData(
        api.PUT("/password", {
          body: { password, ...(hasPassword && { currentPassword }) },
        }),
      ),
    onSaved,
  });
  return (
    <Form className="password-form" ref={form.ref} onSubmit={form.submit}>
      <FailureCallout error={form.failure} />
      {/* Hidden: tells password managers which account the password is for. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <PasswordField
          {...form.field("currentPassword")}
          label={strings.password.current}
          autoComplete="current-password"
        />
      )}
      <PasswordField
        {...form.field("password")}
        label={strings.password.next}
        description={strings.password.hint}
        autoComplete="new-password"
      />
      <div className="password-form-actions">
        <Button type="submit" kind="primary" isPending={form.isPending}>
          {submit}
        </Button>
        {children}
      </div>
    </Form>
  );
}
