import { useTranslation } from 'react-i18next';
import type { Booking } from '../api/types';
import { ButtonLink } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { useAcceptance } from './asks';

const OVER = ['confirmed', 'finished'];

/** Whether the session counts as accepted, until when something may be said against it, and where to say it. */
export function AcceptanceCard({ booking }: { booking: Booking }) {
  if (!OVER.includes(booking.state)) return null;
  return <Standing booking={booking} />;
}

function Standing({ booking }: { booking: Booking }) {
  const { t } = useTranslation('claims');
  const moments = useMoments();
  const acceptance = useAcceptance(booking.id);
  if (acceptance.kind !== 'value') return null;
  const { state, claims_until: until, accepted_at: acceptedAt, may_claim: mayClaim, claim, clause } = acceptance.value;
  if (booking.state === 'confirmed' && !mayClaim && !claim) return null;
  return (
    <Card title={t('acceptance.title')}>
      {state === 'accepted' && acceptedAt ? <p>{t('acceptance.accepted', { at: moments.full(acceptedAt) })}</p> : null}
      {state === 'awaiting' && until ? <p>{t('acceptance.awaiting', { at: moments.full(until) })}</p> : null}
      {state === 'disputed' ? <p>{t('acceptance.disputed')}</p> : null}
      {state === 'not_accepted' ? <p>{claim ? t('acceptance.not_accepted') : t('acceptance.not_held')}</p> : null}
      <ClauseNote clause={clause} version={booking.terms_version} />
      <div className="row">
        {claim ? (
          <ButtonLink to="/claims/$id" params={{ id: claim }} look="secondary">
            {t('acceptance.open')}
          </ButtonLink>
        ) : null}
        {mayClaim && state !== 'accepted' ? (
          <ButtonLink to="/bookings/$id/claim" params={{ id: booking.id }} look="secondary">
            {t('acceptance.claim')}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}
