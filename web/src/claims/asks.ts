import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { outcomeOf, type Outcome } from '../api/outcome';
import type { Claim } from '../api/types';
import { useAsk } from '../api/use-ask';

export function useAcceptance(booking: string) {
  return useAsk(['acceptance', booking], () => outcomeOf(api.GET('/v1/bookings/{id}/acceptance', { params: { path: { id: booking } } })), {
    pollMs: 60_000,
  });
}

export function useClaims() {
  return useAsk(['claims'], () => outcomeOf(api.GET('/v1/claims')), { pollMs: 60_000 });
}

export function useClaim(id: string) {
  return useAsk(['claim', id], () => outcomeOf(api.GET('/v1/claims/{id}', { params: { path: { id } } })), {
    pollMs: (claim) => (claim?.files.some((file) => file.state === 'whole') ? 3_000 : 20_000),
  });
}

/** A claim that the server has just answered with replaces what was known of it. */
export function keepClaim(client: QueryClient, outcome: Outcome<Claim> | null): void {
  if (outcome?.kind !== 'value') return;
  client.setQueryData(['claim', outcome.value.id], outcome);
  void client.invalidateQueries({ queryKey: ['claims'] });
  void client.invalidateQueries({ queryKey: ['acceptance'] });
}
