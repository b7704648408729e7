import { api } from '../api/client';
import { outcomeOf, type Outcome } from '../api/outcome';
import { useAsk, type Asked } from '../api/use-ask';
import type { Desk, Draft, Edit, Question, Town } from './types';

/** The desk of this business. Where the brand has no astrology there is no such thing, and the server says so. */
export function useDesk(enabled: boolean): Asked<Desk> {
  return useAsk(['astrology'], () => outcomeOf(api.GET('/v1/staff/astrology', {})), { enabled, staleMs: 600_000 });
}

/** The same in another language: its choices are named in the language of the page. */
export function useDeskIn(language: string): Asked<Desk> {
  return useAsk(['astrology', language], () => outcomeOf(api.GET('/v1/staff/astrology', {})), { staleMs: 600_000 });
}

const MIN_LETTERS = 2;

export function useTowns(typed: string, language: string): { towns: Town[]; failed: boolean } {
  const query = typed.trim().slice(0, 80);
  const asked = useAsk(
    ['places', language, query],
    () => outcomeOf(api.GET('/v1/staff/places', { params: { query: { query } } })),
    { enabled: query.length >= MIN_LETTERS, staleMs: 600_000, keepPrevious: true },
  );
  return { towns: asked.kind === 'value' ? asked.value.towns : [], failed: asked.kind === 'fault' };
}

export function askDraft(question: Question): Promise<Outcome<Draft>> {
  switch (question.service) {
    case 'sun_actions':
      return outcomeOf(api.POST('/v1/staff/drafts/sun_actions', { body: question.body }));
    case 'natal_base':
      return outcomeOf(api.POST('/v1/staff/drafts/natal_base', { body: question.body }));
    case 'money':
      return outcomeOf(api.POST('/v1/staff/drafts/money', { body: question.body }));
    case 'express_answer':
      return outcomeOf(api.POST('/v1/staff/drafts/express_answer', { body: question.body }));
    case 'election':
      return outcomeOf(api.POST('/v1/staff/drafts/election', { body: question.body }));
  }
}

/** What the deny-list of the document's language finds in a text. */
export function askWording(language: string, text: string): Promise<Outcome<{ denied: string[] }>> {
  return outcomeOf(api.POST('/v1/staff/draft-checks', { body: { language, text } }));
}

export type FileKind = 'pdf' | 'ics';

/** The document or calendar of the draft that is on the screen: the same input, its instant, and the edits. */
export async function download(question: Question, at: string, edits: Edit[], kind: FileKind): Promise<Outcome<null>> {
  const body = { ...question.body, at, edits };
  const asked = await outcomeOf(fetched(`/v1/staff/drafts/${question.service}.${kind}`, body));
  if (asked.kind !== 'value') return asked;
  const address = URL.createObjectURL(asked.value);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${question.service}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { kind: 'value', value: null };
}

async function fetched(path: string, body: unknown): Promise<{ data?: Blob; error?: unknown; response: Response }> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return { data: await response.blob(), response };
  return { error: await response.json().catch(() => null), response };
}
