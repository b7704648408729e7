import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { CrossIcon } from './icons';

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** `alertdialog` when something is about to be lost. */
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
}

/**
 * Closed by its own button or by Escape, never by a touch beside it: a shaky hand loses nothing. (React Aria's own hidden
 * way out of a dismissable overlay would also be named in a language it does not have.)
 */
export function Dialog({ title, open, onClose, role = 'dialog', children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Modal className="dialog-frame">
        <AriaDialog className="dialog" role={role}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className="dialog-close" aria-label={t('act.close')} onClick={onClose}>
              <CrossIcon />
            </button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
