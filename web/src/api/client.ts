import createClient from 'openapi-fetch';
import i18next from 'i18next';
import { noteServerTime } from '../ui/now';
import type { paths } from './schema.gen';

/** The typed client of the server's own origin; the session travels in a cookie that scripts cannot read. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18next.language);
    return request;
  },
  onResponse({ response }) {
    noteServerTime(response.headers.get('Date'));
  },
});
