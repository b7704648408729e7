import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { StateChip } from '../scheduling/state-chip';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { OverrideDialog } from './override-dialog';

export function StaffBookingsPage() {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const pages = useCursor();
  const { cursor } = pages;
  const [overridden, setOverridden] = useState<string | null>(null);
  const bookings = useAsk(
    ['staff-bookings', cursor],
    () => outcomeOf(api.GET('/v1/staff/bookings', { params: { query: cursor ? { cursor } : {} } })),
    { pollMs: 30_000, keepPrevious: true },
  );
  return (
    <Page title={t('bookings.title')}>
      <Answer of={bookings}>
        {({ bookings: items, next_cursor: next }) => (
          <>
            <DataTable
              label={t('bookings.title')}
              rows={items}
              rowKey={(booking) => booking.id}
              empty={t('empty')}
              columns={[
                { title: t('bookings.when'), cell: (booking) => moments.businessMoment(booking.starts_at) },
                { title: t('bookings.specialist'), cell: (booking) => booking.specialist.name },
                { title: t('bookings.state'), cell: (booking) => <StateChip state={booking.state} /> },
                { title: t('bookings.paid'), cell: (booking) => formatMoney(booking.captured), align: 'end' },
                { title: t('bookings.refunded'), cell: (booking) => formatMoney(booking.refunded), align: 'end' },
                {
                  title: t('overrides.ask'),
                  cell: (booking) =>
                    booking.order_state === 'earned' ? (
                      <Button look="quiet" onPress={() => setOverridden(booking.id)}>
                        {t('overrides.ask')}
                      </Button>
                    ) : null,
                },
                { title: t('id'), cell: (booking) => <span className="code">{booking.id}</span> },
              ]}
            />
            <PageTurner next={next} pages={pages} />
          </>
        )}
      </Answer>
      {overridden ? <OverrideDialog booking={overridden} onClose={() => setOverridden(null)} /> : null}
    </Page>
  );
}
