import { api } from './client';
import { outcomeOf } from './outcome';
import { useAsk } from './use-ask';

/** What stands in the way of the service, now and ahead. */
export function useStatus() {
  return useAsk(['status'], () => outcomeOf(api.GET('/v1/status')), { pollMs: 300_000, staleMs: 60_000 });
}
