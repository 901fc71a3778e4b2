import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import "../ui/dialog.css";
import { strings } from "../strings/shell";
import { Sidebar } from "./sidebar";

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** The navigation on small screens, in a dialog over the page. */
export function MobileMenu({ isOpen, onClose }: Props) {
  return (
    <ModalOverlay
      className="mobile-menu-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className="mobile-menu">
        <Dialog className="dialog" aria-label={strings.menu}>
          <Sidebar />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
