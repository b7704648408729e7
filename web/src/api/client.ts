import createClient from 'openapi-fetch';
import i18next from 'i18next';
import { noteServerTime } from '../ui/now';
import type { paths } from './schema.gen';

/** A connection that fell silent is told as one that failed. A part of a file needs so long on the slowest of lines. */
const SILENCE_MS = 120_000;

function fetchBounded(request: Request): Promise<Response> {
  const ender = new AbortController();
  const timer = setTimeout(() => ender.abort(), SILENCE_MS);
  return fetch(request, { signal: ender.signal }).finally(() => clearTimeout(timer));
}

/** The typed client of the server's own origin; the session travels in a cookie that scripts cannot read. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin', fetch: fetchBounded });

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18next.language);
    return request;
  },
  onResponse({ response }) {
    noteServerTime(response.headers.get('Date'));
  },
});
