import { useState, type ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import "./dialog.css";
import { strings } from "../strings/common";
import { DialogBusyContext } from "./dialog-busy";
import { IconButton } from "./icon-button";
import { Given } from "./given";

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** For a question that must be answered: the id of the text that says what will happen. */
  describedBy?: string;
  /** For content that cannot be shown again: only buttons close the dialog. */
  showsOnce?: boolean;
  wide?: boolean;
  children: ReactNode;
}

/**
 * A modal dialog. It takes the focus and returns it when closed. Escape closes it, unless a request
 * is running; a click outside does not, because it would discard what was typed.
 */
export function Dialog(props: Props) {
  const { title, isOpen, onClose, describedBy, showsOnce = false, wide, children } = props;
  const [isBusy, setBusy] = useState(false);
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isKeyboardDismissDisabled={showsOnce || isBusy}
    >
      <Modal className={wide ? "modal wide" : "modal"}>
        <AriaDialog
          className="dialog"
          role={describedBy ? "alertdialog" : "dialog"}
          aria-describedby={describedBy}
        >
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              <Given sentence>{title}</Given>
            </Heading>
            <IconButton
              icon="close"
              label={strings.close}
              small
              isDisabled={isBusy}
              onPress={onClose}
            />
          </header>
          <DialogBusyContext value={setBusy}>{children}</DialogBusyContext>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
