import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Role } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/roles";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { showToast } from "../ui/toast";
import { userCountQuery } from "./user-count-query";

interface Props {
  appId: string;
  role: Role;
  onClose: () => void;
}

/** Confirms before deleting a role, and says what happens to its users. */
export function DeleteRoleDialog({ appId, role: { role, name }, onClose }: Props) {
  const client = useQueryClient();
  const count = useQuery({ ...userCountQuery(appId, role), staleTime: 0 });
  const remove = async () => {
    await unwrapData(
      api.DELETE("/apps/{appId}/roles/{role}", { params: { path: { appId, role } } }),
    );
    showToast(strings.delete.done(name));
    // Its users have another role now.
    await client.invalidateQueries({ queryKey: ["apps", appId] });
  };
  const consequence = count.isError
    ? strings.delete.uncounted
    : count.data === undefined
      ? strings.delete.counting
      : count.data === 0
        ? strings.delete.nobody
        : strings.delete.moves(count.data);
  return (
    <ConfirmDialog
      title={strings.delete.title(name)}
      confirm={strings.delete.confirm}
      onConfirm={remove}
      onClose={onClose}
    >
      <p role="status">{consequence}</p>
      <p>{strings.delete.undone}</p>
    </ConfirmDialog>
  );
}
