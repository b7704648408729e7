/** The words of one language that dates are written with; months as they stand after a day number. */
export interface TimeWords {
  months: string[];
  weekdays: string[];
  weekdaysShort: string[];
}

interface Civil {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function civil(at: string, zone: string): Civil {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      weekday: 'short',
    });
    formatters.set(zone, formatter);
  }
  const parts = new Map(formatter.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? ''),
  };
}

const two = (of: number) => String(of).padStart(2, '0');

/** `20:00`, or `14:00:01` where the second decides. */
export function clockTime(at: string, zone: string, seconds: 'never' | 'if-any' = 'never'): string {
  const c = civil(at, zone);
  const tail = seconds === 'if-any' && c.second !== 0 ? `:${two(c.second)}` : '';
  return `${two(c.hour)}:${two(c.minute)}${tail}`;
}

/** `11 декабря`, `11 желтоқсан`, `11 December`; with the year when it is not the year of `near`. */
export function dayAndMonth(at: string, zone: string, words: TimeWords, near: string): string {
  const c = civil(at, zone);
  const year = c.year === civil(near, zone).year ? '' : ` ${c.year}`;
  return `${c.day} ${words.months[c.month - 1]}${year}`;
}

/** `пт, 11 декабря`. */
export function shortDay(at: string, zone: string, words: TimeWords, near: string): string {
  return `${words.weekdaysShort[civil(at, zone).weekday]}, ${dayAndMonth(at, zone, words, near)}`;
}

/** `пятница, 11 декабря`. */
export function longDay(at: string, zone: string, words: TimeWords, near: string): string {
  return `${words.weekdays[civil(at, zone).weekday]}, ${dayAndMonth(at, zone, words, near)}`;
}

/** `11.12.2026`, the written date of documents. */
export function documentDate(at: string, zone: string): string {
  const c = civil(at, zone);
  return `${two(c.day)}.${two(c.month)}.${c.year}`;
}

/** The calendar day in a zone as `2026-12-11`: a key for grouping, never shown. */
export function dayKey(at: string, zone: string): string {
  const c = civil(at, zone);
  return `${c.year}-${two(c.month)}-${two(c.day)}`;
}

/** True if both zones show the same clock at this instant, so that one reading is enough. */
export function sameClock(at: string, one: string, other: string): boolean {
  return dayKey(at, one) === dayKey(at, other) && clockTime(at, one) === clockTime(at, other);
}

/** Remaining time as `14:05` or `1:02:09`; never negative. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Almaty';
}
