import i18next, { type Namespace } from 'i18next';

/** The text of a key that the server named, or null if this client does not have it. Only for words of the server's choosing. */
export function knownText(room: Namespace & string, key: string, params: Record<string, unknown> = {}): string | null {
  if (!i18next.exists(key, { ns: room })) return null;
  const translate = i18next.getFixedT(i18next.language, room) as unknown as (key: string, params: Record<string, unknown>) => string;
  return translate(key, params);
}
