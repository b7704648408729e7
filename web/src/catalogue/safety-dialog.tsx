import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/outcome';
import { ContactLines } from '../crisis/contact-lines';
import { Button } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { Dialog } from '../ui/dialog';

interface SafetyDialogProps {
  clause: Refusal['clause'];
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** HAR-3.12a: asked once, before the first booking; whoever cannot confirm it finds help in the same place. */
export function SafetyDialog({ clause, busy, onConfirm, onClose }: SafetyDialogProps) {
  const { t } = useTranslation(['catalogue', 'common']);
  return (
    <Dialog title={t('safety.title')} open onClose={onClose}>
      <p>{t('safety.text')}</p>
      <ContactLines short />
      <p>
        <Link to="/help" target="_blank">
          {t('common:help.more')}
        </Link>
      </p>
      <p className="strong">{t('safety.statement')}</p>
      {clause ? <ClauseNote clause={clause} /> : null}
      <div className="actions">
        <Button look="primary" onPress={onConfirm} busy={busy}>
          {t('safety.confirm')}
        </Button>
        <Button onPress={onClose}>{t('safety.back')}</Button>
      </div>
      <p className="soft small">{t('safety.once')}</p>
    </Dialog>
  );
}
