import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import type { Payment } from '../api/types';
import { useBooking } from '../scheduling/asks';
import { Answer } from '../ui/answer';
import { ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';
import { isFinal, isPaid, usePayment } from './asks';

/** Back from the acquirer. What the address says proves nothing: only the server's word counts, and we wait for it. */
export function ReturnPage() {
  const { id } = useParams({ from: '/bookings/$id/payment' });
  const { t } = useTranslation('orders');
  const payment = usePayment(id);
  return (
    <Page title={t('return.title')} width="text">
      <Answer of={payment}>{(value) => <Result bookingId={id} payment={value} />}</Answer>
    </Page>
  );
}

function Result({ bookingId, payment }: { bookingId: string; payment: Payment }) {
  const { t } = useTranslation('orders');
  const client = useQueryClient();
  const final = isFinal(payment);
  useEffect(() => {
    if (final) void client.invalidateQueries({ queryKey: ['booking', bookingId] });
  }, [final, client, bookingId]);

  if (isPaid(payment)) return <Paid bookingId={bookingId} payment={payment} />;
  if (!final) {
    return (
      <Card>
        <div className="row" role="status">
          <span className="spinner" aria-hidden="true" />
          <p className="strong">{t('return.waiting')}</p>
        </div>
        <p className="soft">{t('return.waiting_text')}</p>
        {payment.redirect_url ? <a href={payment.redirect_url}>{t('return.page_again')}</a> : null}
      </Card>
    );
  }
  return (
    <>
      <Notice tone="warn" title={t('return.failed')} live>
        <p>{payment.state === 'expired' ? t('return.expired_text') : t('return.failed_text')}</p>
      </Notice>
      <div className="row">
        <ButtonLink to="/bookings/$id/checkout" params={{ id: bookingId }} look="primary">
          {t('return.try_again')}
        </ButtonLink>
        <ButtonLink to="/">{t('return.other')}</ButtonLink>
      </div>
    </>
  );
}

/** HAR-0e: the confirmation of a payment names the provider. */
function Paid({ bookingId, payment }: { bookingId: string; payment: Payment }) {
  const { t } = useTranslation('orders');
  const brand = useBrand();
  const moments = useMoments();
  const booking = useBooking(bookingId);
  return (
    <>
      <Notice tone="good" title={t('return.paid')} live>
        <p>{t('return.paid_text', { amount: formatMoney(payment.amount), provider: brand?.provider.display_name ?? '' })}</p>
      </Notice>
      <Answer of={booking}>
        {(value) => (
          <Card>
            <p className="strong">{moments.longDay(value.starts_at)}</p>
            <p>
              {moments.bothClocks(value.starts_at)} · {value.specialist.name}
            </p>
            <p className="soft">{t('return.next', { at: moments.full(value.room_opens_at) })}</p>
          </Card>
        )}
      </Answer>
      <div className="row">
        <ButtonLink to="/bookings/$id" params={{ id: bookingId }} look="primary">
          {t('return.open')}
        </ButtonLink>
        <ButtonLink to="/bookings/$id/equipment" params={{ id: bookingId }}>
          {t('return.equipment')}
        </ButtonLink>
      </div>
    </>
  );
}
