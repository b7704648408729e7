import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { useAskPages } from '../api/use-ask-pages';

export function useNews(language: string) {
  return useAskPages(['news', language], (query) => outcomeOf(api.GET('/v1/news', { params: { query } })), {
    next: (page) => page.next,
  });
}

export function useNewsChoice() {
  return useAsk(['news-choice'], () => outcomeOf(api.GET('/v1/me/news-choice')));
}
