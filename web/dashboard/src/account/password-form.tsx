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
  /** Whether the administrator has one, which then has to be given. */
  hasPassword: boolean;
  submit: string;
  onSaved: () => void;
  /** Further buttons. */
  children?: ReactNode;
}

/** Sets or changes the password of who is signed in. */
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
      {/* Not shown: tells password managers whose password this is. */}
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
