import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { strings as common } from "../strings/common";
import { strings } from "../strings/users";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { showFailure, showToast } from "../ui/toast";
import { deactivateUsers, reactivateUsers } from "./bulk";
import type { OnBulkDone } from "./bulk-dialog";
import { DeleteUsersDialog } from "./delete-users-dialog";
import { EditUsersDialog } from "./edit-users-dialog";
import { refreshUsers } from "./queries";

interface Props {
  appId: string;
  selected: ReadonlySet<string>;
  /** Called with the users to select instead. */
  onSelect: (uids: ReadonlySet<string>) => void;
  /** Shown while no user is selected. */
  summary: string | undefined;
  /** Additional buttons, at the end. */
  children: ReactNode;
}

/** The bar above the table: the number of users, or the actions for the selected ones. */
export function SelectionBar({ appId, selected, onSelect, summary, children }: Props) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<"edit" | "deactivate" | "delete">();
  const uids = [...selected];
  const finish = async (text: string | undefined, left: readonly string[] = []) => {
    if (text !== undefined) showToast(text);
    onSelect(new Set(left));
    await refreshUsers(client, appId);
  };
  const finishBulk =
    (textOf: (count: number) => string): OnBulkDone =>
    (count, left) =>
      finish(count > 0 ? textOf(count) : undefined, left);
  const reactivate = useMutation({
    mutationFn: () => reactivateUsers(appId, uids),
    onSuccess: ({ activatedUids, nonDeactivatedUids }) =>
      finish(strings.bulk.reactivated(activatedUids.length, nonDeactivatedUids.length)),
    onError: showFailure,
  });
  return (
    <div className="table-toolbar">
      {selected.size === 0 ? (
        <span className="muted numeric">{summary}</span>
      ) : (
        <>
          <strong role="status">{common.table.selected(selected.size)}</strong>
          <Button small icon="edit" onPress={() => setAsking("edit")}>
            {strings.bulk.edit}
          </Button>
          <Button small icon="ban" onPress={() => setAsking("deactivate")}>
            {strings.bulk.deactivate}
          </Button>
          <Button
            small
            icon="check"
            isPending={reactivate.isPending}
            onPress={() => reactivate.mutate()}
          >
            {strings.bulk.reactivate}
          </Button>
          <Button small icon="trash" onPress={() => setAsking("delete")}>
            {strings.bulk.delete}
          </Button>
          <Button small kind="quiet" onPress={() => onSelect(new Set())}>
            {common.table.clearSelection}
          </Button>
        </>
      )}
      <span className="spacer" />
      {children}
      {asking === "edit" && (
        <EditUsersDialog
          appId={appId}
          uids={uids}
          onEdited={finishBulk(strings.bulk.edited)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === "deactivate" && (
        <ConfirmDialog
          title={strings.bulk.deactivateQuestion(uids.length)}
          confirm={strings.bulk.deactivate}
          onConfirm={async () => {
            const { deactivatedUids } = await deactivateUsers(appId, uids);
            await finish(strings.bulk.deactivated(deactivatedUids.length));
          }}
          onClose={() => setAsking(undefined)}
        >
          {strings.bulk.deactivateText}
        </ConfirmDialog>
      )}
      {asking === "delete" && (
        <DeleteUsersDialog
          appId={appId}
          uids={uids}
          onDeleted={finishBulk(strings.bulk.deleted)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
