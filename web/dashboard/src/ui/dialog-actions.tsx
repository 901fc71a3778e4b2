import type { ReactNode } from "react";
import "./dialog.css";
import { strings } from "../strings/common";
import { Button } from "./button";
import { useDialogBusy } from "./dialog-busy";

interface Props {
  /** The text of the button that closes the dialog; "Cancel" if omitted. */
  close?: string;
  onClose: () => void;
  /** A request is running: the dialog stays open, because its outcome is shown here. */
  isBusy?: boolean;
  /** The button that submits the form, if there is one. */
  children?: ReactNode;
}

/** The buttons at the end of a dialog. */
export function DialogActions(props: Props) {
  const { close = strings.cancel, onClose, isBusy = false, children } = props;
  useDialogBusy(isBusy);
  return (
    <div className="dialog-actions">
      <Button onPress={onClose} isDisabled={isBusy}>
        {close}
      </Button>
      {children}
    </div>
  );
}
