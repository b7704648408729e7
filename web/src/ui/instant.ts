import { parseDateTime, toZoned } from '@internationalized/date';

/** The instant at which the clock of a zone shows this day (`2026-12-11`) and time (`20:00`). */
export function instantOf(day: string, time: string, zone: string): string {
  return toZoned(parseDateTime(`${day}T${time}`), zone).toDate().toISOString();
}
