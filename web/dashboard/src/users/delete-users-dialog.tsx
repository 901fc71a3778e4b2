import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Failure } from "../api/failure";
import { inParallel } from "../base/in-parallel";
import { strings as common } from "../strings/common";
import { strings } from "../strings/users";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Dialog } from "../ui/dialog";
import { Progress } from "../ui/progress";
import { TextField } from "../ui/text-field";
import { deleteUser } from "./bulk";

const AT_ONCE = 4;
const WORD = strings.bulk.deleteWord;

interface Props {
  appId: string;
  uids: readonly string[];
  /** Everybody was deleted. */
  onDeleted: (count: number) => Promise<void>;
  onClose: () => void;
}

/** Asks, deletes users one by one, and says who could not be deleted. */
export function DeleteUsersDialog({ appId, uids, onDeleted, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [done, setDone] = useState(0);
  const deleting = useMutation({
    mutationFn: () => inParallel(uids, AT_ONCE, (uid) => deleteUser(appId, uid), setDone),
    onSuccess: async (failed) => {
      if (failed.length > 0) return;
      onClose();
      await onDeleted(uids.length);
    },
  });
  const failed = deleting.data ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === WORD && deleting.isIdle) deleting.mutate();
  };
  const close = () => {
    if (deleting.isPending) return;
    onClose();
    if (failed.length > 0) void onDeleted(uids.length - failed.length);
  };
  return (
    <Dialog title={strings.bulk.deleteQuestion(uids.length)} isOpen onClose={close} alert>
      <form className="dialog-body" onSubmit={submit}>
        <p>{strings.bulk.deleteText}</p>
        {deleting.isIdle ? (
          <TextField
            label={common.typeToConfirm(WORD)}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            autoFocus
            mono
          />
        ) : (
          <Progress
            label={strings.bulk.deleting}
            value={done}
            max={uids.length}
            text={strings.bulk.progress(done, uids.length)}
          />
        )}
        {failed.length > 0 && (
          <Callout tone="bad" alert>
            <p>{strings.bulk.notDeleted(failed.length)}</p>
            <ul>
              {failed.map(({ item, reason }) => (
                <li key={item}>
                  <code>{item}</code>: {Failure.from(reason).message}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        <div className="dialog-actions">
          <Button onPress={close} isDisabled={deleting.isPending}>
            {deleting.isSuccess ? common.close : common.cancel}
          </Button>
          {!deleting.isSuccess && (
            <Button
              type="submit"
              kind="danger"
              isDisabled={typed.trim() !== WORD}
              isPending={deleting.isPending}
            >
              {strings.bulk.delete}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
