import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/user";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DialogActions } from "../ui/dialog-actions";
import { DialogBody } from "../ui/dialog-body";
import { FailureCallout } from "../ui/failure-callout";
import { SecretField } from "../ui/secret-field";
import { Select } from "../ui/select";
import { expiresInOf, LIFETIMES, type Lifetime } from "./lifetimes";

interface Props {
  appId: string;
  uid: string;
  onCreated: () => void;
  onClose: () => void;
}

/** Creates an auth token and shows it once. */
export function MintDialog({ appId, uid, onCreated, onClose }: Props) {
  const [lifetime, setLifetime] = useState<Lifetime>("app");
  const minting = useMutation({
    mutationFn: () =>
      unwrapData(
        api.POST("/apps/{appId}/users/{uid}/auth_tokens", {
          params: { path: { appId, uid } },
          body: expiresInOf(lifetime),
        }),
      ),
    onSuccess: onCreated,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!minting.isPending) minting.mutate();
  };
  const { title, titleOfCreated } = strings.mint;
  return (
    <Dialog
      title={minting.isSuccess ? titleOfCreated : title}
      isOpen
      onClose={onClose}
      showsOnce={minting.isSuccess}
    >
      {minting.data ? (
        <DialogBody close={strings.mint.done} onClose={onClose}>
          <SecretField label={strings.mint.created} value={minting.data.authToken} autoFocus />
        </DialogBody>
      ) : (
        <form className="dialog-body" onSubmit={submit}>
          <p>{strings.mint.text}</p>
          <Select
            label={strings.mint.expires}
            choices={LIFETIMES}
            value={lifetime}
            onChange={setLifetime}
          />
          <FailureCallout error={minting.error} />
          <DialogActions onClose={onClose} isBusy={minting.isPending}>
            <Button type="submit" kind="primary" isPending={minting.isPending}>
              {strings.mint.submit}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
