import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import "./dialog.css";
import { strings } from "../strings/common";
import { IconButton } from "./icon-button";
import { Given } from "./given";

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** For a question that must be answered: clicking outside does not close the dialog. */
  alert?: boolean;
  /** For content that cannot be shown again: only buttons close the dialog. */
  showsOnce?: boolean;
  wide?: boolean;
  children: ReactNode;
}

/** A modal dialog. It takes the focus and returns it when closed. Escape closes it. */
export function Dialog(props: Props) {
  const { title, isOpen, onClose, alert = false, showsOnce = false, wide, children } = props;
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!alert && !showsOnce}
      isKeyboardDismissDisabled={showsOnce}
    >
      <Modal className={wide ? "modal wide" : "modal"}>
        <AriaDialog className="dialog" role={alert ? "alertdialog" : "dialog"}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              <Given sentence>{title}</Given>
            </Heading>
            <IconButton icon="close" label={strings.close} small onPress={onClose} />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
