import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { outcomeOf, type Outcome } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { useAskPages } from '../api/use-ask-pages';
import type { Booking } from '../api/types';

export function useBookings() {
  return useAskPages(['bookings'], (query) => outcomeOf(api.GET('/v1/bookings', { params: { query } })), {
    next: (page) => page.next_cursor,
    pollMs: 60_000,
  });
}

export function useBooking(id: string, pollMs: number | ((booking: Booking | null) => number | false) = 20_000) {
  return useAsk(['booking', id], () => outcomeOf(api.GET('/v1/bookings/{id}', { params: { path: { id } } })), { pollMs, staleMs: 3_000 });
}

/** A booking that the server has just answered with replaces what was known of it. */
export function keepBooking(client: QueryClient, outcome: Outcome<Booking> | null): void {
  if (outcome?.kind !== 'value') return;
  client.setQueryData(['booking', outcome.value.id], outcome);
  void client.invalidateQueries({ queryKey: ['bookings'] });
  void client.invalidateQueries({ queryKey: ['slots', outcome.value.specialist.id] });
}
