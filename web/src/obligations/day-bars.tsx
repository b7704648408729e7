import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { Answer } from '../ui/answer';
import { useMoments } from '../ui/moment';

/** How many promises fall due on each of the coming days. The figures stand as text; the bars only help the eye. */
export function DayBars() {
  const { t } = useTranslation('obligations');
  const moments = useMoments();
  const zone = moments.business;
  const days = useAsk(['staff-obligation-days', zone], () => outcomeOf(api.GET('/v1/staff/obligations/days', { params: { query: { zone } } })), {
    pollMs: 60_000,
    keepPrevious: true,
  });
  return (
    <Answer of={days}>
      {({ overdue, days: counts }) => {
        const most = Math.max(1, ...counts.map((day) => day.open));
        return (
          <section className="card stack-tight" aria-label={t('days')}>
            <p className="strong">{overdue === 0 ? t('nothing_overdue') : t('overdue', { count: overdue })}</p>
            <ul className="day-bars">
              {counts.map((day) => (
                <li key={day.from} data-empty={day.open === 0}>
                  <span className="day-bar" style={{ blockSize: `${(100 * day.open) / most}%` }} aria-hidden="true" />
                  <span className="strong">{day.open}</span>
                  <span className="soft">{moments.dayAndMonth(day.from)}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </Answer>
  );
}
