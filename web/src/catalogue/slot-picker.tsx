import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import type { Money, Slot } from '../api/types';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { clockTime, dayKey, sameClock } from '../ui/time';
import { Empty } from '../ui/page';
import { useSlots } from './asks';
import { PickBar } from './pick-bar';

const DAYS_AT_ONCE = 3;

export function SlotPicker({ specialistId, price }: { specialistId: string; price: Money }) {
  const { t } = useTranslation('catalogue');
  const slots = useSlots(specialistId);
  return (
    <section className="stack" aria-label={t('slots.title')}>
      <h2>{t('slots.title')}</h2>
      <Answer of={slots}>
        {({ slots: free }) =>
          free.length === 0 ? (
            <Empty title={t('slots.empty_title')} text={t('slots.empty_text')} />
          ) : (
            <Days specialistId={specialistId} price={price} free={free} />
          )
        }
      </Answer>
    </section>
  );
}

function Days({ specialistId, price, free }: { specialistId: string; price: Money; free: Slot[] }) {
  const { t } = useTranslation(['catalogue', 'common']);
  const moments = useMoments();
  const me = useMe();
  const { slot: picked } = useSearch({ from: '/specialists/$id' });
  const navigate = useNavigate({ from: '/specialists/$id' });
  const [shown, setShown] = useState(DAYS_AT_ONCE);
  const days = byDay(free, moments.own);
  const chosen = free.find((slot) => slot.starts_at === picked);
  const foreign = free.some((slot) => !sameClock(slot.starts_at, moments.own, moments.business));

  return (
    <>
      {picked && !chosen ? (
        <Notice tone="warn" live>
          <p>{t('slots.gone')}</p>
        </Notice>
      ) : null}
      <p className="soft small">{foreign ? t('slots.zone_other') : t('slots.zone')}</p>
      {free.some((slot) => !slot.refundable) ? <p className="soft small">{t('slots.no_refund_hint')}</p> : null}
      {days.slice(0, shown).map((slots) => (
        <div className="stack-tight" key={slots.key}>
          <h3 className="day-title">{moments.longDay(slots.at)}</h3>
          <div className="slots">
            {slots.slots.map((slot) => (
              <button
                key={slot.starts_at}
                type="button"
                className="slot"
                aria-pressed={slot.starts_at === picked}
                onClick={() => void navigate({ search: { slot: slot.starts_at }, replace: true, resetScroll: false })}
              >
                <span>{moments.time(slot.starts_at)}</span>
                {foreign ? (
                  <span className="slot-note">{t('common:time.astana', { time: clockTime(slot.starts_at, moments.business) })}</span>
                ) : null}
                {slot.refundable ? null : <span className="slot-note">{t('slots.no_refund')}</span>}
              </button>
            ))}
          </div>
        </div>
      ))}
      {days.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + DAYS_AT_ONCE)}>{t('slots.later')}</Button>
        </div>
      ) : null}
      {chosen ? <PickBar specialistId={specialistId} slot={chosen} price={price} me={me} /> : null}
    </>
  );
}

interface Day {
  key: string;
  at: string;
  slots: Slot[];
}

function byDay(slots: Slot[], zone: string): Day[] {
  const days: Day[] = [];
  for (const slot of slots) {
    const key = dayKey(slot.starts_at, zone);
    const last = days.at(-1);
    if (last?.key === key) last.slots.push(slot);
    else days.push({ key, at: slot.starts_at, slots: [slot] });
  }
  return days;
}
