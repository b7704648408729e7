import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Booking, Money } from '../api/types';
import { Answer } from '../ui/answer';
import { knownText } from '../i18n/known-text';
import { ButtonLink } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { useMe } from '../api/me';
import { AcceptanceCard } from '../claims/acceptance-card';
import { FeedbackCard } from '../reviews/feedback-card';
import { useBooking } from './asks';
import { BookingActs } from './booking-acts';
import { DeadlineCard } from './deadline-card';
import { MoveRequests } from './move-requests';
import { RemedyChoice } from './remedy-choice';
import { StateChip } from './state-chip';

const LIVE = ['held', 'confirmed'];

export function BookingPage() {
  const { id } = useParams({ from: '/bookings/$id' });
  const booking = useBooking(id);
  return <Answer of={booking}>{(value) => <Details booking={value} />}</Answer>;
}

function Details({ booking }: { booking: Booking }) {
  const { t } = useTranslation(['scheduling', 'common']);
  const moments = useMoments();
  const me = useMe();
  const asSpecialist = me?.role === 'specialist';
  const other = asSpecialist ? (booking.client?.display_name ?? '') : booking.specialist.name;
  return (
    <Page
      title={moments.longDay(booking.starts_at)}
      lead={<p>{moments.bothClocks(booking.starts_at)}</p>}
      back={asSpecialist ? <BackLink to="/practice/calendar">{t('common:place.calendar')}</BackLink> : <BackLink to="/bookings">{t('list.title')}</BackLink>}
    >
      <div className="two">
        <div className="stack">
          <NextStep booking={booking} asSpecialist={asSpecialist} />
          {booking.cancellation ? <CancellationCard booking={booking} asSpecialist={asSpecialist} /> : null}
          <RemedyChoice booking={booking} />
          {asSpecialist ? null : <AcceptanceCard booking={booking} />}
          {asSpecialist ? null : <FeedbackCard booking={booking} />}
          <MoveRequests booking={booking} />
          <BookingActs booking={booking} />
          {booking.refund_deadline && LIVE.includes(booking.state) && !asSpecialist ? (
            <DeadlineCard deadline={booking.refund_deadline} refundable={booking.refundable_now} version={booking.terms_version} />
          ) : null}
        </div>
        <aside className="stack stuck">
          <Card>
            <dl className="facts">
              <dt>{asSpecialist ? t('facts.client') : t('facts.specialist')}</dt>
              <dd>{other}</dd>
              <dt>{t('facts.state')}</dt>
              <dd>
                <StateChip state={booking.state} />
              </dd>
              <dt>{t('facts.duration')}</dt>
              <dd>{t('facts.minutes', { count: booking.duration_minutes })}</dd>
              <dt>{t('facts.price')}</dt>
              <dd>{formatMoney(booking.price)}</dd>
              <dt>{t('facts.paid')}</dt>
              <dd>{formatMoney(booking.order.paid)}</dd>
              {booking.order.refund_due.minor > 0 ? (
                <>
                  <dt>{t('facts.refund_due')}</dt>
                  <dd>{formatMoney(booking.order.refund_due)}</dd>
                </>
              ) : null}
              {booking.order.refunded.minor > 0 ? (
                <>
                  <dt>{t('facts.refunded')}</dt>
                  <dd>{formatMoney(booking.order.refunded)}</dd>
                </>
              ) : null}
            </dl>
          </Card>
          <Notice>
            <p>{t('no_recording')}</p>
          </Notice>
        </aside>
      </div>
    </Page>
  );
}

/** The one thing that can be done now. */
function NextStep({ booking, asSpecialist }: { booking: Booking; asSpecialist: boolean }) {
  const { t } = useTranslation('scheduling');
  const moments = useMoments();
  if (booking.can.pay) {
    return (
      <Card raised>
        <p>{t('next.pay')}</p>
        <div>
          <ButtonLink to="/bookings/$id/checkout" params={{ id: booking.id }} look="primary">
            {t('next.pay_act')}
          </ButtonLink>
        </div>
      </Card>
    );
  }
  if (booking.can.join) {
    return (
      <Card raised>
        <p>{t('next.join')}</p>
        <div>
          <ButtonLink to="/bookings/$id/room" params={{ id: booking.id }} look="primary">
            {t('next.join_act')}
          </ButtonLink>
        </div>
      </Card>
    );
  }
  if ((booking.state === 'expired' || booking.state === 'released') && !asSpecialist) {
    return (
      <Card raised>
        <p>{t(`next.${booking.state}`)}</p>
        <div>
          <ButtonLink to="/specialists/$id" params={{ id: booking.specialist.id }} look="primary">
            {t('next.again_act')}
          </ButtonLink>
        </div>
      </Card>
    );
  }
  if (booking.state === 'finished') {
    return (
      <Card raised>
        <p>{t('next.record')}</p>
        <div>
          <ButtonLink to="/bookings/$id/record" params={{ id: booking.id }} look="secondary">
            {t('next.record_act')}
          </ButtonLink>
        </div>
      </Card>
    );
  }
  if (booking.state !== 'confirmed') return null;
  return (
    <Card raised>
      <p>{t('next.wait', { at: moments.full(booking.room_opens_at) })}</p>
      <div>
        <ButtonLink to="/bookings/$id/equipment" params={{ id: booking.id }} look="secondary">
          {t('next.equipment')}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** Which words say where the money is. */
function moneyWord(booking: Booking, refund: Money, asSpecialist: boolean) {
  if (refund.minor === 0) return booking.order.paid.minor === 0 && !asSpecialist ? 'nothing_paid' : 'no_refund';
  if (asSpecialist) return 'refund_client';
  return booking.order.refunded.minor >= refund.minor ? 'refunded' : 'refund';
}

/** HAR-3.8f: received, effective and the refund are confirmed with the cancellation. */
function CancellationCard({ booking, asSpecialist }: { booking: Booking; asSpecialist: boolean }) {
  const { t } = useTranslation('scheduling');
  const moments = useMoments();
  const cancellation = booking.cancellation;
  if (!cancellation) return null;
  return (
    <Card title={t('cancelled.title')}>
      {cancellation.refund.minor > 0 ? <p className="big-money">{formatMoney(cancellation.refund)}</p> : null}
      <p>{t(`cancelled.${moneyWord(booking, cancellation.refund, asSpecialist)}`)}</p>
      <dl className="facts">
        <dt>{t('cancelled.who')}</dt>
        <dd>{knownText('scheduling', `cancelled.by.${cancellation.by}`) ?? cancellation.by}</dd>
        <dt>{t('cancelled.received')}</dt>
        <dd>{moments.businessMoment(cancellation.at)}</dd>
        {cancellation.effective_at ? (
          <>
            <dt>{t('cancelled.effective')}</dt>
            <dd>{moments.businessMoment(cancellation.effective_at)}</dd>
          </>
        ) : null}
      </dl>
      <ClauseNote clause={cancellation.clause} version={booking.terms_version} />
    </Card>
  );
}
