import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { StateChip } from '../scheduling/state-chip';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { useTick } from '../ui/now';
import { Page } from '../ui/page';
import { clockTime, dayKey } from '../ui/time';
import type { PracticeBooking, PracticeException } from '../api/types';

const DAY_MS = 86_400_000;
const DAYS = 7;

/** Seven days from today on; earlier and later by the week. */
export function CalendarPage() {
  const { t } = useTranslation('practice');
  const [week, setWeek] = useState(0);
  const today = Math.floor(useTick() / DAY_MS);
  const first = new Date((today + week * DAYS) * DAY_MS).toISOString();
  const last = new Date(Date.parse(first) + (DAYS + 1) * DAY_MS).toISOString();
  const calendar = useAsk(
    ['practice-calendar', first],
    () => outcomeOf(api.GET('/v1/practice/calendar', { params: { query: { from: first, to: last } } })),
    { pollMs: 30_000, keepPrevious: true },
  );
  return (
    <Page title={t('calendar.title')}>
      <div className="thirds">
        <Button onPress={() => setWeek(week - 1)}>{t('calendar.earlier')}</Button>
        <Button onPress={() => setWeek(0)}>{t('calendar.today')}</Button>
        <Button onPress={() => setWeek(week + 1)}>{t('calendar.later')}</Button>
      </div>
      <Answer of={calendar}>
        {(value) => (
          <div className="week">
            {Array.from({ length: DAYS }, (_, day) => new Date(Date.parse(first) + day * DAY_MS + DAY_MS / 2).toISOString()).map((at) => (
              <Day key={at} at={at} bookings={value.bookings} exceptions={value.exceptions} zone={value.zone} />
            ))}
          </div>
        )}
      </Answer>
    </Page>
  );
}

interface DayProps {
  at: string;
  zone: string;
  bookings: PracticeBooking[];
  exceptions: PracticeException[];
}

function Day({ at, zone, bookings, exceptions }: DayProps) {
  const { t } = useTranslation('practice');
  const moments = useMoments();
  const key = dayKey(at, zone);
  const held = bookings.filter((booking) => dayKey(booking.starts_at, zone) === key);
  const off = exceptions.filter((exception) => dayKey(exception.starts_at, zone) === key);
  return (
    <section className="week-day" data-today={key === dayKey(moments.near, zone)}>
      <h2 className="day-title">{moments.shortDay(at)}</h2>
      {held.map((booking) => (
        <Link key={booking.id} className="week-item" to="/bookings/$id" params={{ id: booking.id }}>
          <span className="strong">
            {clockTime(booking.starts_at, zone)}–{clockTime(booking.ends_at, zone)}
          </span>
          <br />
          {booking.client_name}
          {booking.state === 'confirmed' ? null : (
            <>
              <br />
              <StateChip state={booking.state} />
            </>
          )}
        </Link>
      ))}
      {off.map((exception) => (
        <span key={exception.id} className="week-item" data-tone="off">
          {exception.open ? t('exception.open') : t('exception.closed')} {clockTime(exception.starts_at, zone)}–
          {clockTime(exception.ends_at, zone)}
        </span>
      ))}
      {held.length + off.length === 0 ? <p className="soft small">{t('calendar.free')}</p> : null}
    </section>
  );
}
