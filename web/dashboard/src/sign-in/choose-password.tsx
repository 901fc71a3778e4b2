import { useQueryClient } from "@tanstack/react-query";
import { PasswordForm } from "../account/password-form";
import { sessionQuery } from "../session/queries";
import { strings } from "../strings/sign-in";
import { Button } from "../ui/button";
import { showToast } from "../ui/toast";

interface Props {
  onDone: () => void;
}

/** Offers to set a password after signing in with a one-time link. Can be skipped. */
export function ChoosePassword({ onDone }: Props) {
  const client = useQueryClient();
  const onSaved = () => {
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    showToast(strings.choose.saved);
    onDone();
  };
  return (
    <PasswordForm hasPassword={false} submit={strings.choose.submit} onSaved={onSaved}>
      <Button kind="quiet" onPress={onDone}>
        {strings.choose.skip}
      </Button>
    </PasswordForm>
  );
}
