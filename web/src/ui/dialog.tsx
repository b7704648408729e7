import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** `alertdialog` when something is about to be lost. */
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
}

export function Dialog({ title, open, onClose, role = 'dialog', children }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(next) => (next ? undefined : onClose())} isDismissable>
      <Modal className="dialog-frame">
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
