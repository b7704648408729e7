import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { useMe } from '../api/me';
import { useNow } from './now';
import { clockTime, dayAndMonth, deviceZone, documentDate, longDay, sameClock, shortDay, type TimeWords } from './time';

/** Formats instants for this person: their zone, their language, Astana time beside it. */
export function useMoments() {
  const { t } = useTranslation();
  const brand = useBrand();
  const me = useMe();
  const now = useNow();
  const business = brand?.zone ?? 'Asia/Almaty';
  const own = me?.zone ?? deviceZone();
  const words: TimeWords = {
    months: t('time.months', { returnObjects: true }),
    weekdays: t('time.weekdays', { returnObjects: true }),
    weekdaysShort: t('time.weekdays_short', { returnObjects: true }),
  };
  const near = new Date(now()).toISOString();

  /** "16:00 (your time), 20:00 Astana" (HAR-3.3c); one clock is enough where both agree. */
  function bothClocks(at: string): string {
    if (sameClock(at, own, business)) return t('time.astana', { time: clockTime(at, business) });
    return t('time.both', { own: clockTime(at, own), business: clockTime(at, business) });
  }
  return {
    own,
    business,
    words,
    near,
    time: (at: string) => clockTime(at, own),
    /** With its second, where the second decides. */
    exact: (at: string) => clockTime(at, own, 'if-any'),
    bothClocks,
    shortDay: (at: string) => shortDay(at, own, words, near),
    longDay: (at: string) => longDay(at, own, words, near),
    dayAndMonth: (at: string) => dayAndMonth(at, own, words, near),
    documentDate: (at: string) => documentDate(at, business),
    /** "пт, 11 декабря, 20:00 по Астане". */
    full: (at: string) => `${shortDay(at, own, words, near)}, ${bothClocks(at)}`,
    /** The clock of the business to the minute, for a running display. */
    businessClock: (at: string) => `${dayAndMonth(at, business, words, near)}, ${clockTime(at, business)}`,
    /** Its day and its clock apart, for lists under their days. */
    businessDay: (at: string) => shortDay(at, business, words, near),
    businessTime: (at: string) => clockTime(at, business),
    /** The clock of the business alone: decisions are taken by it. */
    businessMoment: (at: string) =>
      `${dayAndMonth(at, business, words, near)}, ${t('time.astana', { time: clockTime(at, business, 'if-any') })}`,
  };
}

export function Moment({ at }: { at: string }) {
  const moments = useMoments();
  return <time dateTime={at}>{moments.full(at)}</time>;
}
