import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { User } from "../api/types";
import { strings } from "../strings/user";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { showToast } from "../ui/toast";
import { deleteUser } from "../users/bulk";
import { refreshUsers } from "../users/queries";

interface Props {
  appId: string;
  user: User;
  onClose: () => void;
}

/** Deletes a user permanently after the UID has been typed, and goes back to the list. */
export function DeleteDialog({ appId, user, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    await deleteUser(appId, user.uid);
    showToast(strings.wasDeleted(user.name));
    await navigate({ to: "/apps/$appId/users", params: { appId } });
    await refreshUsers(client, appId);
  };
  return (
    <ConfirmDialog
      title={strings.deleteQuestion(user.name)}
      confirm={strings.delete}
      word={user.uid}
      onConfirm={remove}
      onClose={onClose}
    >
      {strings.deleteText}
    </ConfirmDialog>
  );
}
