import { useAsk } from './use-ask';
import { api } from './client';
import { outcomeOf } from './outcome';
import type { Brand } from './types';

/** The business this page belongs to; null until it is known. */
export function useBrand(): Brand | null {
  const asked = useAsk(['brand'], () => outcomeOf(api.GET('/v1/brand', {})), { staleMs: 600_000 });
  return asked.kind === 'value' ? asked.value : null;
}
