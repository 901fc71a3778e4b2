import type { ReactNode } from "react";
import "./dialog.css";
import { strings } from "../strings/common";
import { Button } from "./button";

interface Props {
  /** The text of the button that closes the dialog; "Cancel" if omitted. */
  close?: string;
  onClose: () => void;
  isCloseDisabled?: boolean;
  /** The button that submits the form, if there is one. */
  children?: ReactNode;
}

/** The buttons at the end of a dialog. */
export function DialogActions(props: Props) {
  const { close = strings.cancel, onClose, isCloseDisabled, children } = props;
  return (
    <div className="dialog-actions">
      <Button onPress={onClose} isDisabled={isCloseDisabled}>
        {close}
      </Button>
      {children}
    </div>
  );
}
