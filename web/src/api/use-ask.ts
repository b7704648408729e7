import { useQuery, type QueryKey } from '@tanstack/react-query';
import type { Outcome } from './outcome';

export type Asked<Value> = { kind: 'loading' } | (Outcome<Value> & { again: () => void; fetching: boolean });

/** How often a fault is tried again by itself. */
export const RETRIES = 2;

interface AskOptions<Value> {
  enabled?: boolean;
  /** Milliseconds until the next poll, or false to stop. */
  pollMs?: number | ((value: Value | null) => number | false);
  staleMs?: number;
  keepPrevious?: boolean;
}

/** A read. Faults are retried twice by themselves; a refusal is an answer and is not. */
export function useAsk<Value>(key: QueryKey, ask: () => Promise<Outcome<Value>>, options: AskOptions<Value> = {}): Asked<Value> {
  const poll = options.pollMs;
  const query = useQuery<Outcome<Value>, FaultError>({
    queryKey: key,
    queryFn: async () => {
      const outcome = await ask();
      if (outcome.kind === 'fault') throw new FaultError(outcome);
      return outcome;
    },
    enabled: options.enabled ?? true,
    staleTime: options.staleMs ?? 10_000,
    retry: RETRIES,
    refetchInterval: (state) => {
      if (poll === undefined) return false;
      if (typeof poll === 'number') return poll;
      const data = state.state.data;
      return poll(data?.kind === 'value' ? data.value : null);
    },
    ...(options.keepPrevious ? { placeholderData: (previous: Outcome<Value> | undefined) => previous } : {}),
  });
  const again = () => void query.refetch();
  if (query.data) return { ...query.data, again, fetching: query.isFetching };
  if (query.error) return { ...query.error.outcome, again, fetching: query.isFetching };
  return { kind: 'loading' };
}

export class FaultError extends Error {
  constructor(readonly outcome: Extract<Outcome<never>, { kind: 'fault' }>) {
    super(outcome.fault.code);
  }
}
