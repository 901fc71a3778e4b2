import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { strings } from "../strings/common";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { DialogActions } from "./dialog-actions";
import { FailureCallout } from "./failure-callout";
import { TextField } from "./text-field";

interface Props {
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The text of the confirm button, a verb. */
  confirm: string;
  /** A word that must be typed first, for very harmful actions. */
  word?: string;
  /** For actions that are easy to undo. */
  harmless?: boolean;
  /** Runs the action. If it rejects, the dialog stays open and shows the reason. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks for confirmation before an action. Open while mounted. */
export function ConfirmDialog(props: Props) {
  const { title, children, confirm, word, harmless, onConfirm, onClose } = props;
  const [typed, setTyped] = useState("");
  const textId = useId();
  const action = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
  const ready = word === undefined || typed.trim() === word;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !action.isPending) action.mutate();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose} describedBy={textId}>
      <form className="dialog-body" onSubmit={submit}>
        <div id={textId} className="wrap">
          {children}
        </div>
        {word !== undefined && (
          <TextField
            label={strings.typeToConfirm(word)}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            spellCheck="false"
            autoFocus
            mono
          />
        )}
        <FailureCallout error={action.error} />
        <DialogActions onClose={onClose} isBusy={action.isPending}>
          <Button
            type="submit"
            kind={harmless ? "primary" : "danger"}
            isDisabled={!ready}
            isPending={action.isPending}
          >
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
