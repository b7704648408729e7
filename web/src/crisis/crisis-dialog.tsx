import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog';
import { AlertForm } from './alert-form';
import { ContactLines } from './contact-lines';

/** Everything for the moment itself over whatever page is open, a running session included. */
export function CrisisDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('help.title')} open onClose={onClose}>
      <p>{t('help.lead')}</p>
      <ContactLines short />
      <h3>{t('alert.title')}</h3>
      <AlertForm />
      <p>
        <Link to="/help" target="_blank">
          {t('help.more')}
        </Link>
      </p>
    </Dialog>
  );
}
