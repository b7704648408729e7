import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';

export function useEvents() {
  return useAsk(['groups'], () => outcomeOf(api.GET('/v1/groups')), { pollMs: 60_000 });
}

export function useEvent(id: string) {
  return useAsk(['group', id], () => outcomeOf(api.GET('/v1/groups/{id}', { params: { path: { id } } })), { pollMs: 15_000 });
}

/** What the person does to their own place; the answer replaces what was known of the event. */
export function usePlace(id: string) {
  const client = useQueryClient();
  const params = (key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } });
  return useAct(async (act: 'register' | 'withdraw', key) => {
    const path = '/v1/groups/{id}/registration';
    const outcome = await outcomeOf(act === 'register' ? api.POST(path, params(key)) : api.DELETE(path, params(key)));
    if (outcome.kind === 'value') client.setQueryData(['group', id], outcome);
    void client.invalidateQueries({ queryKey: ['groups'] });
    return outcome;
  });
}
