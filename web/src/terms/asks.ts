import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';

export function useEditions() {
  return useAsk(['offers'], () => outcomeOf(api.GET('/v1/offers', {})), { staleMs: 300_000 });
}

/** An edition is immutable once published: it is read once. */
export function useDocumentText(document: string, version: string | null, language: string) {
  return useAsk(
    ['offer', document, version, language],
    () =>
      outcomeOf(
        api.GET('/v1/offers/{document}/{version}', { params: { path: { document, version: version ?? '' }, query: { lang: language } } }),
      ),
    { enabled: version !== null, staleMs: Infinity },
  );
}

/** What a published edition changed; asked for once. */
export function useChanges(document: string, version: string, language: string) {
  return useAsk(
    ['changes', document, version, language],
    () => outcomeOf(api.GET('/v1/offers/{document}/{version}/changes', { params: { path: { document, version }, query: { lang: language } } })),
    { staleMs: Infinity },
  );
}

export function documentName(document: string): 'document.privacy' | 'document.offer' {
  return document === 'privacy' ? 'document.privacy' : 'document.offer';
}

export function textAddress(document: string, version: string, language: string): string {
  return `/v1/offers/${encodeURIComponent(document)}/${encodeURIComponent(version)}/text?lang=${encodeURIComponent(language)}`;
}
