import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useBrand } from '../api/brand';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Booking } from '../api/types';
import { useBooking } from '../scheduling/asks';
import { ActNote, Answer } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Notice } from '../ui/notice';
import { useTick } from '../ui/now';
import { BackLink, Card, Empty, Page } from '../ui/page';
import { Tick } from '../ui/tick';
import { countdown } from '../ui/time';
import { usePayment } from './asks';

export function CheckoutPage() {
  const { id } = useParams({ from: '/bookings/$id/checkout' });
  const { t } = useTranslation('orders');
  const booking = useBooking(id, 10_000);
  return (
    <Page title={t('checkout.title')} width="text" back={<BackLink to="/bookings">{t('checkout.back')}</BackLink>}>
      <Answer of={booking}>{(value) => (value.can.pay ? <Checkout booking={value} /> : <Over booking={value} />)}</Answer>
    </Page>
  );
}

function Checkout({ booking }: { booking: Booking }) {
  const { t } = useTranslation(['orders', 'catalogue']);
  const moments = useMoments();
  const brand = useBrand();
  return (
    <>
      {booking.hold_expires_at ? <Hold until={booking.hold_expires_at} /> : null}
      <Card raised>
        <dl className="facts">
          <dt>{t('checkout.specialist')}</dt>
          <dd>{booking.specialist.name}</dd>
          <dt>{t('checkout.when')}</dt>
          <dd>
            {moments.longDay(booking.starts_at)}
            <br />
            {moments.bothClocks(booking.starts_at)}
          </dd>
          <dt>{t('checkout.duration')}</dt>
          <dd>{t('catalogue:duration', { count: booking.duration_minutes })}</dd>
          <dt>{t('checkout.payee')}</dt>
          <dd>{brand?.provider.display_name}</dd>
        </dl>
        <div className="sum">
          <span>{t('checkout.total')}</span>
          <span className="big-money">{formatMoney(booking.price)}</span>
        </div>
        <p className="soft small">{t('checkout.no_fee')}</p>
      </Card>
      <Pay booking={booking} />
      <p className="soft small">{t('catalogue:no_result')}</p>
    </>
  );
}

function Hold({ until }: { until: string }) {
  const { t } = useTranslation('orders');
  const left = Date.parse(until) - useTick();
  return (
    <Notice tone={left > 0 ? 'calm' : 'warn'} live={left <= 0}>
      <p>{left > 0 ? t('checkout.held', { time: countdown(left) }) : t('checkout.hold_over')}</p>
    </Notice>
  );
}

/**
 * HAR-3.2d: the refund deadline, or the warning that must be confirmed before a payment that cannot come back. HAR-8.7a: the
 * terms of the payment partner, until they are confirmed.
 */
function Pay({ booking }: { booking: Booking }) {
  const { t } = useTranslation('orders');
  const moments = useMoments();
  const brand = useBrand();
  const [accepts, setAccepts] = useState(false);
  const [acceptedTerms, setAcceptedTerms] = useState<string | null>(null);
  const partner = booking.partner_terms;
  const pay = useAct((body: { accepts_no_refund: boolean; accepts_partner_terms?: string }, key) =>
    outcomeOf(api.POST('/v1/bookings/{id}/payment', { params: { path: { id: booking.id }, header: { 'Idempotency-Key': key } }, body })),
  );
  const begun = pay.state.kind === 'value';
  return (
    <div className="stack">
      {booking.warning?.must_confirm ? (
        <Notice tone="warn" title={t('checkout.no_refund_title')}>
          <p>{t('checkout.no_refund_text')}</p>
          <Tick isSelected={accepts} onChange={setAccepts}>
            {t('checkout.no_refund_accept')}
          </Tick>
          <ClauseNote clause={booking.warning.clause} version={booking.terms_version} />
        </Notice>
      ) : booking.refund_deadline ? (
        <p>{t('checkout.deadline', { at: moments.businessMoment(booking.refund_deadline.at) })}</p>
      ) : null}
      <ActNote state={pay.state} />
      {begun ? (
        <Redirect bookingId={booking.id} />
      ) : (
        <div className="stack-tight">
          {partner ? (
            <PartnerTick
              partner={partner}
              accepted={acceptedTerms === partner.version}
              onChange={(on) => setAcceptedTerms(on ? partner.version : null)}
            />
          ) : null}
          <Button
            look="primary"
            wide
            onPress={() => void pay.run({ accepts_no_refund: accepts, ...(partner ? { accepts_partner_terms: partner.version } : {}) })}
            busy={pay.running}
            isDisabled={((booking.warning?.must_confirm ?? false) && !accepts) || (partner !== undefined && acceptedTerms !== partner.version)}
          >
            {t('checkout.pay', { price: formatMoney(booking.price) })}
          </Button>
          <p className="soft small">
            {t('checkout.partner', { name: brand?.payment_service.display_name ?? '' })}{' '}
            {partner ? null : (
              <a href={brand?.payment_service.terms_url} target="_blank" rel="noreferrer">
                {t('checkout.partner_terms', { name: brand?.payment_service.display_name ?? '' })}
              </a>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

interface PartnerTickProps {
  partner: NonNullable<Booking['partner_terms']>;
  accepted: boolean;
  onChange: (on: boolean) => void;
}

function PartnerTick({ partner, accepted, onChange }: PartnerTickProps) {
  const { t } = useTranslation('orders');
  return (
    <div>
      <Tick isSelected={accepted} onChange={onChange}>
        {t('checkout.partner_accept', { name: partner.name })}
      </Tick>
      <a href={partner.url} target="_blank" rel="noreferrer" className="beside-tick">
        {t('checkout.partner_terms', { name: partner.name })}
      </a>
    </div>
  );
}

/** Waits for the acquirer's page and goes there. */
function Redirect({ bookingId }: { bookingId: string }) {
  const { t } = useTranslation('orders');
  const payment = usePayment(bookingId);
  const url = payment.kind === 'value' ? payment.value.redirect_url : undefined;
  useEffect(() => {
    if (url) window.location.assign(url);
  }, [url]);
  return (
    <Notice tone="calm" live>
      <p>{url ? t('checkout.going') : t('checkout.preparing')}</p>
      {url ? <a href={url}>{t('checkout.go')}</a> : null}
    </Notice>
  );
}

function Over({ booking }: { booking: Booking }) {
  const { t } = useTranslation('orders');
  const paid = booking.state === 'confirmed';
  return (
    <Empty
      title={paid ? t('over.paid_title') : t('over.title')}
      text={paid ? t('over.paid_text') : t('over.text')}
      act={
        paid ? (
          <ButtonLink to="/bookings/$id" params={{ id: booking.id }} look="primary">
            {t('over.open')}
          </ButtonLink>
        ) : (
          <ButtonLink to="/specialists/$id" params={{ id: booking.specialist.id }} look="primary">
            {t('over.again')}
          </ButtonLink>
        )
      }
    />
  );
}
