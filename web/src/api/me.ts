import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from './client';
import { outcomeOf } from './outcome';
import type { Me } from './types';

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    const outcome = await outcomeOf(api.GET('/v1/me', {}));
    if (outcome.kind === 'value') return outcome.value;
    if (outcome.kind === 'refusal') return null;
    throw new Error(outcome.fault.code);
  },
  staleTime: 30_000,
  retry: 2,
});

/** Who is signed in; null for a visitor and while it is not known yet. */
export function useMe(): Me | null {
  return useQuery(meQuery).data ?? null;
}

export function useMeKnown(): { known: boolean; me: Me | null } {
  const query = useQuery(meQuery);
  return { known: query.data !== undefined || query.isError, me: query.data ?? null };
}

export function loadMe(client: QueryClient): Promise<Me | null> {
  return client.ensureQueryData(meQuery);
}

/** After signing in or out everything that was read belongs to another person: forget it. */
export function becomeSomebodyElse(client: QueryClient, me: Me | null): void {
  const brand = client.getQueryData(['brand']);
  client.clear();
  if (brand) client.setQueryData(['brand'], brand);
  client.setQueryData(meQuery.queryKey, me);
}
