import { Form } from "react-aria-components/Form";
import { api } from "../api/client";
import type { SignedIn } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings as checks } from "../strings/checks";
import { strings } from "../strings/sign-in";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { FailureCallout } from "../ui/failure-callout";
import { PasswordField } from "../ui/password-field";
import { TextField } from "../ui/text-field";
import { useForm } from "../form/use-form";
import { useCountdown } from "./use-countdown";

interface Props {
  onSignedIn: (signedIn: SignedIn) => void;
}

/** Signs in with email and password. Counts down if the server requires a wait. */
export function SignInForm({ onSignedIn }: Props) {
  const form = useForm({
    initial: { email: "", password: "" },
    checks: {
      email: ({ email }) => (email ? undefined : checks.empty),
      password: ({ password }) => (password ? undefined : checks.empty),
    },
    checksOnSubmit: true,
    save: (body) => unwrapData(api.POST("/sign_in", { body })),
    onSaved: onSignedIn,
  });
  const seconds = useCountdown(form.failure);
  return (
    <Form className="sign-in-form" ref={form.ref} onSubmit={form.submit}>
      {seconds > 0 ? (
        <Callout tone="warn">
          <span aria-hidden="true">{strings.wait(seconds)}</span>
          <span className="visually-hidden" role="alert">
            {strings.wait(form.failure?.retryAfter ?? 0)}
          </span>
        </Callout>
      ) : (
        <FailureCallout error={form.failure?.retryAfter ? undefined : form.failure} />
      )}
      <TextField
        {...form.field("email")}
        label={strings.email}
        type="email"
        autoComplete="username"
        autoFocus
      />
      <PasswordField
        {...form.field("password")}
        label={strings.password}
        autoComplete="current-password"
      />
      <Button type="submit" kind="primary" isPending={form.isPending} isDisabled={seconds > 0}>
        {strings.submit}
      </Button>
    </Form>
  );
}
