import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { useAskPages } from '../api/use-ask-pages';

export interface CatalogueFilter {
  topic?: string | undefined;
  language?: string | undefined;
  max_price_minor?: number | undefined;
}

export function useTopics(language: string) {
  return useAsk(['topics', language], () => outcomeOf(api.GET('/v1/catalogue/topics', {})), { staleMs: 600_000 });
}

export function useSpecialists(filter: CatalogueFilter, language: string) {
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return useAskPages(
    ['specialists', query, language],
    (page) => outcomeOf(api.GET('/v1/specialists', { params: { query: { ...query, ...page } } })),
    { next: (page) => page.next_cursor },
  );
}

export function useSpecialist(id: string, language: string) {
  return useAsk(['specialist', id, language], () => outcomeOf(api.GET('/v1/specialists/{id}', { params: { path: { id } } })));
}

export function useSlots(id: string) {
  return useAsk(['slots', id], () => outcomeOf(api.GET('/v1/specialists/{id}/slots', { params: { path: { id } } })), { staleMs: 5_000 });
}
