import type { SignInLink } from "../api/types";
import { strings } from "../strings/administrators";
import { Dialog } from "../ui/dialog";
import { DialogBody } from "../ui/dialog-body";
import { Moment } from "../ui/moment";
import { SecretField } from "../ui/secret-field";
import { signInAddress } from "./sign-in-address";

interface Props {
  email: string;
  /** The link. The API returns it only once. */
  link: SignInLink;
  onClose: () => void;
}

/** Shows a one-time link to pass on. */
export function LinkDialog({ email, link: { link, expiresAt }, onClose }: Props) {
  return (
    <Dialog title={strings.link.title(email)} isOpen onClose={onClose} showsOnce>
      <DialogBody close={strings.link.done} onClose={onClose}>
        <SecretField label={strings.link.label} value={signInAddress(link)} autoFocus />
        <p>{strings.link.text}</p>
        <p className="muted">
          {strings.link.ends} <Moment at={expiresAt} />.
        </p>
      </DialogBody>
    </Dialog>
  );
}
