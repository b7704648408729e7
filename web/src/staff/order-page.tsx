import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { StaffOrder } from '../api/types';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { BackLink, Card, Page } from '../ui/page';
import { HistoryCard } from './history-card';
import { Postings } from './postings';

/** One purchase: what was paid, what goes back and why, and every line of the ledger about it. */
export function OrderPage() {
  const { t } = useTranslation('staff');
  const { id } = useParams({ from: '/staff/orders/$id' });
  const order = useAsk(['staff-order', id], () => outcomeOf(api.GET('/v1/staff/orders/{id}', { params: { path: { id } } })));
  return (
    <Page title={t('order.title')} back={<BackLink to="/staff/refunds">{t('refunds.title')}</BackLink>}>
      <Answer of={order}>
        {(value) => (
          <>
            <OrderFacts order={value} />
            <Refunds order={value} />
            <Entries order={value} />
            <HistoryCard id={value.id} purpose="payment" title={t('history.of_order')} />
            <HistoryCard id={value.booking} purpose="booking" title={t('history.of_booking')} />
            {value.payments.map((payment) => (
              <HistoryCard key={payment.id} id={payment.id} purpose="payment" title={t('history.of_payment')} />
            ))}
          </>
        )}
      </Answer>
    </Page>
  );
}

function OrderFacts({ order }: { order: StaffOrder }) {
  const { t } = useTranslation('staff');
  return (
    <Card>
      <dl className="facts">
        <Fact name={t('ledger.order')}>
          <span className="code">{order.id}</span>
        </Fact>
        <Fact name={t('order.client')}>
          <Link to="/staff/people/$id" params={{ id: order.client }} className="code">
            {order.client}
          </Link>
        </Fact>
        <Fact name={t('outages.booking')}>
          <span className="code">{order.booking}</span>
        </Fact>
        <Fact name={t('bookings.state')}>{knownText('staff', `order.state.${order.state}`) ?? order.state}</Fact>
        <Fact name={t('bookings.paid')}>{formatMoney(order.captured)}</Fact>
        <Fact name={t('order.refund_due')}>{formatMoney(order.refund_due)}</Fact>
        <Fact name={t('bookings.refunded')}>{formatMoney(order.refunded)}</Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Refunds({ order }: { order: StaffOrder }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  return (
    <Card title={t('refunds.title')}>
      <DataTable
        label={t('refunds.title')}
        rows={order.refunds}
        rowKey={(refund) => refund.id}
        empty={t('empty')}
        columns={[
          { title: t('ledger.when'), cell: (refund) => moments.businessMoment(refund.requested_at) },
          { title: t('outages.refund'), cell: (refund) => formatMoney(refund.amount), align: 'end' },
          { title: t('decisions.clause'), cell: (refund) => <span className="code">{refund.clause}</span> },
          { title: t('jobs.attempts'), cell: (refund) => refund.tries, align: 'end' },
          { title: t('outbox.settled'), cell: (refund) => (refund.confirmed_at ? moments.businessMoment(refund.confirmed_at) : '—') },
        ]}
      />
    </Card>
  );
}

function Entries({ order }: { order: StaffOrder }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  return (
    <Card title={t('ledger.title')}>
      <DataTable
        label={t('ledger.title')}
        rows={order.entries}
        rowKey={(entry) => String(entry.number)}
        empty={t('empty')}
        columns={[
          { title: t('ledger.when'), cell: (entry) => moments.businessMoment(entry.at) },
          { title: t('ledger.kind'), cell: (entry) => knownText('staff', `entry.${entry.kind}`) ?? entry.kind },
          { title: t('ledger.postings'), cell: (entry) => <Postings entry={entry} /> },
        ]}
      />
    </Card>
  );
}
