import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';

/** How the contract of the signed-in client stands. */
export function useContract() {
  return useAsk(['contract'], () => outcomeOf(api.GET('/v1/me/contract')));
}

/** Everything that staff read of breaches and contracts is read anew after something was decided. */
export async function readAnew(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['staff-breaches'] });
  await client.invalidateQueries({ queryKey: ['staff-contract'] });
}
