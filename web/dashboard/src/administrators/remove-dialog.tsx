import { useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Administrator } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { strings } from "../strings/administrators";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { showToast } from "../ui/toast";
import { administratorsQuery } from "./queries";

interface Props {
  administrator: Administrator;
  /** Whether this is the signed-in administrator. */
  isSelf: boolean;
  onClose: () => void;
}

/** Removes an administrator after the email has been typed to confirm. */
export function RemoveDialog({ administrator: { id, email }, isSelf, onClose }: Props) {
  const client = useQueryClient();
  const remove = async () => {
    await unwrapData(api.DELETE("/administrators/{id}", { params: { path: { id } } }));
    showToast(strings.remove.done(email));
    await client.invalidateQueries({ queryKey: administratorsQuery.queryKey });
  };
  return (
    <ConfirmDialog
      title={strings.remove.title(email)}
      confirm={strings.remove.confirm}
      word={email}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{strings.remove.text}</p>
      {isSelf && (
        <p>
          <strong>{strings.remove.self}</strong>
        </p>
      )}
    </ConfirmDialog>
  );
}
