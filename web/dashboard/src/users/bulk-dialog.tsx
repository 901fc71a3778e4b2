import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { Failure, isSessionEnd } from "../api/failure";
import { inParallel } from "../base/in-parallel";
import { strings as common } from "../strings/common";
import { strings } from "../strings/users";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Dialog } from "../ui/dialog";
import { DialogActions } from "../ui/dialog-actions";
import { Progress } from "../ui/progress";
import { dismissSuccesses } from "../ui/toast";

const AT_ONCE = 4;

/**
 * Receives for how many users the task succeeded, and the UIDs for which it failed, except those
 * that do not exist any more.
 */
export type OnBulkDone = (count: number, left: readonly string[]) => Promise<void>;

interface Props {
  uids: readonly string[];
  title: string;
  /** For actions that cannot be undone: what will happen. Shown before the start. */
  warning?: string;
  /** The text of the button that starts. */
  submit: string;
  /** Whether the input is complete. */
  isReady: boolean;
  /** Runs for each user. */
  task: (uid: string) => Promise<unknown>;
  /** The label of the progress bar. */
  running: string;
  /** The text above the list of users for whom the task failed. */
  notDone: (count: number) => string;
  onDone: OnBulkDone;
  onClose: () => void;
  /** Shown before the start; replaced by the progress bar. */
  children: ReactNode;
}

/** Runs a task for many users after confirmation. Lists the failures with their reasons. */
export function BulkDialog(props: Props) {
  const { uids, title, warning, submit, isReady, task, running, notDone, onDone, onClose } = props;
  const [done, setDone] = useState(0);
  const warningId = useId();
  const doing = useMutation({
    mutationFn: async () => {
      const failures = await inParallel(uids, AT_ONCE, task, setDone);
      const failed = failures.map(({ item, reason }) => ({ item, failure: Failure.from(reason) }));
      const end = failed.find(({ failure }) => isSessionEnd(failure));
      if (end) throw end.failure;
      return failed;
    },
    onSuccess: async (failed) => {
      if (failed.length > 0) return dismissSuccesses();
      onClose();
      await onDone(uids.length, []);
    },
  });
  const failed = doing.data ?? [];
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && doing.isIdle) doing.mutate();
  };
  const close = () => {
    onClose();
    const left = failed.filter(({ failure }) => failure.status !== 404).map(({ item }) => item);
    if (failed.length > 0) void onDone(uids.length - failed.length, left);
  };
  return (
    <Dialog title={title} isOpen onClose={close} {...(warning && { describedBy: warningId })}>
      <form className="dialog-body" onSubmit={start}>
        {doing.isIdle ? (
          <>
            {warning && <p id={warningId}>{warning}</p>}
            {props.children}
          </>
        ) : (
          <Progress
            label={running}
            value={done}
            max={uids.length}
            text={strings.bulk.progress(done, uids.length)}
          />
        )}
        {failed.length > 0 && (
          <Callout tone="bad" alert>
            <p>{notDone(failed.length)}</p>
            <ul>
              {failed.map(({ item, failure }) => (
                <li key={item}>
                  <code>{item}</code>: {failure.message}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        <DialogActions
          close={doing.isSuccess ? common.close : common.cancel}
          onClose={close}
          isBusy={doing.isPending}
        >
          {!doing.isSuccess && (
            <Button
              type="submit"
              kind={warning ? "danger" : "primary"}
              isDisabled={!isReady}
              isPending={doing.isPending}
            >
              {submit}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
