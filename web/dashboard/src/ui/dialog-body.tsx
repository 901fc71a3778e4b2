import type { ReactNode } from "react";
import "./dialog.css";
import { DialogActions } from "./dialog-actions";

interface Props {
  children: ReactNode;
  /** The text of the button that closes the dialog. */
  close: string;
  onClose: () => void;
}

/** The content of a dialog that submits nothing, with a button that closes it. */
export function DialogBody({ children, close, onClose }: Props) {
  return (
    <div className="dialog-body">
      {children}
      <DialogActions close={close} onClose={onClose} />
    </div>
  );
}
