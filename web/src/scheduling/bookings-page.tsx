import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../api/types';
import { Answer } from '../ui/answer';
import { ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Empty, Page } from '../ui/page';
import { More } from '../ui/pages';
import { useBookings } from './asks';
import { StateChip } from './state-chip';

const LIVE = ['held', 'confirmed', 'in_session'];

export function BookingsPage() {
  const { t } = useTranslation('scheduling');
  const bookings = useBookings();
  return (
    <Page title={t('list.title')} width="text">
      <Answer of={bookings}>
        {(pages) => {
          const all = pages.flatMap((page) => page.bookings);
          const live = all.filter((booking) => LIVE.includes(booking.state)).sort((a, b) => a.starts_at.localeCompare(b.starts_at));
          const past = all.filter((booking) => !LIVE.includes(booking.state)).sort((a, b) => b.starts_at.localeCompare(a.starts_at));
          if (all.length === 0) return <Nothing />;
          return (
            <>
              <Rows title={t('list.live')} bookings={live} empty={t('list.live_empty')} />
              {past.length > 0 ? <Rows title={t('list.past')} bookings={past} empty="" /> : null}
              <More of={bookings} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation('scheduling');
  return (
    <Empty
      title={t('list.empty_title')}
      text={t('list.empty_text')}
      act={
        <ButtonLink to="/" look="primary">
          {t('list.choose')}
        </ButtonLink>
      }
    />
  );
}

function Rows({ title, bookings, empty }: { title: string; bookings: Booking[]; empty: string }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {bookings.length === 0 ? <p className="soft">{empty}</p> : null}
      <ul className="lines">
        {bookings.map((booking) => (
          <BookingRow key={booking.id} booking={booking} />
        ))}
      </ul>
    </section>
  );
}

function BookingRow({ booking }: { booking: Booking }) {
  const moments = useMoments();
  return (
    <li>
      <Link className="booking-row" to="/bookings/$id" params={{ id: booking.id }}>
        <span>
          <span className="strong">{moments.longDay(booking.starts_at)}</span>
          <br />
          {moments.bothClocks(booking.starts_at)} · {booking.specialist.name}
        </span>
        <span>
          <StateChip state={booking.state} />
        </span>
      </Link>
    </li>
  );
}
