import { useQueryClient } from "@tanstack/react-query";
import type { User } from "../api/types";
import { strings } from "../strings/user";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { showToast } from "../ui/toast";
import { deactivateUsers } from "../users/bulk";
import { refreshUsers } from "../users/queries";

interface Props {
  appId: string;
  user: User;
  onClose: () => void;
}

/** Deactivates a user after confirmation. */
export function DeactivateDialog({ appId, user, onClose }: Props) {
  const client = useQueryClient();
  const deactivate = async () => {
    await deactivateUsers(appId, [user.uid]);
    showToast(strings.wasDeactivated(user.name));
    await refreshUsers(client, appId);
  };
  return (
    <ConfirmDialog
      title={strings.deactivateQuestion(user.name)}
      confirm={strings.deactivate}
      onConfirm={deactivate}
      onClose={onClose}
    >
      {strings.deactivateText}
    </ConfirmDialog>
  );
}
