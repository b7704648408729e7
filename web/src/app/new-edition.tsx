import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';

/** HAR-4.2.3a, HAR-2.5b: a changed offer is announced, and accepted before anything new is booked under it. */
export function NewEditionBanner() {
  const { t } = useTranslation();
  const me = useMe();
  if (me?.role !== 'client' || me.accepted_current_offer) return null;
  return (
    <p className="announce">
      {t('edition.changed')}{' '}
      <Link to="/offers/$document/$version" params={{ document: 'offer', version: 'current' }}>
        {t('edition.read')}
      </Link>
    </p>
  );
}
