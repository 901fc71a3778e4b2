import { api } from "../api/client";
import type { Administrator, SignInLink } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/administrators";
import { ConfirmDialog } from "../ui/confirm-dialog";

interface Props {
  administrator: Administrator;
  onMade: (link: SignInLink) => void;
  onClose: () => void;
}

/** Confirms before creating a one-time link: anyone with the link can sign in. */
export function MakeLinkDialog({ administrator: { id, email }, onMade, onClose }: Props) {
  return (
    <ConfirmDialog
      title={strings.link.question(email)}
      confirm={strings.link.confirm}
      harmless
      onConfirm={async () =>
        onMade(
          await unwrapData(api.POST("/administrators/{id}/link", { params: { path: { id } } })),
        )
      }
      onClose={onClose}
    >
      <p>{strings.link.questionText}</p>
    </ConfirmDialog>
  );
}
