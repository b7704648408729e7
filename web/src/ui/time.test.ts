import { describe, expect, it } from 'vitest';
import { clockTime, countdown, dayAndMonth, dayKey, sameClock, shortDay } from './time';

const ru = {
  months: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  weekdays: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  weekdaysShort: ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'],
};

describe('time of a session', () => {
  it('shows 16:00 in Berlin and 20:00 in Astana for the example of HAR-3.3c', () => {
    expect(clockTime('2026-12-11T15:00:00Z', 'Europe/Berlin')).toBe('16:00');
    expect(clockTime('2026-12-11T15:00:00Z', 'Asia/Almaty')).toBe('20:00');
  });

  it('follows the zone rules of the date: Kazakhstan changed on 2024-03-01', () => {
    expect(clockTime('2024-02-29T17:59:59Z', 'Asia/Almaty')).toBe('23:59');
    expect(clockTime('2024-02-29T19:00:00Z', 'Asia/Almaty')).toBe('00:00');
    expect(dayKey('2024-02-29T19:00:00Z', 'Asia/Almaty')).toBe('2024-03-01');
  });

  it('shows the second only where it decides', () => {
    expect(clockTime('2026-12-11T09:00:01Z', 'Asia/Almaty', 'if-any')).toBe('14:00:01');
    expect(clockTime('2026-12-11T09:00:00Z', 'Asia/Almaty', 'if-any')).toBe('14:00');
  });

  it('names the year only when it is another one', () => {
    expect(shortDay('2026-12-11T15:00:00Z', 'Asia/Almaty', ru, '2026-11-21T00:00:00Z')).toBe('пт, 11 декабря');
    expect(dayAndMonth('2027-01-02T15:00:00Z', 'Asia/Almaty', ru, '2026-11-21T00:00:00Z')).toBe('2 января 2027');
  });

  it('needs one clock only where the two agree', () => {
    expect(sameClock('2026-12-11T15:00:00Z', 'Asia/Almaty', 'Asia/Tashkent')).toBe(true);
    expect(sameClock('2026-12-11T15:00:00Z', 'Asia/Almaty', 'Europe/Berlin')).toBe(false);
  });

  it('counts down to zero and no further', () => {
    expect(countdown(14 * 60_000 + 5_999)).toBe('14:05');
    expect(countdown(3_729_000)).toBe('1:02:09');
    expect(countdown(-1)).toBe('0:00');
  });
});
