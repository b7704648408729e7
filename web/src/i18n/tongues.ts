export const TONGUES = ['ru', 'kk', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

/** Each language under its own name, which is the same in every interface language. */
export const TONGUE_NAMES: Record<Tongue, string> = { ru: 'Русский', kk: 'Қазақша', en: 'English' };

export const TONGUE_MARKS: Record<Tongue, string> = { ru: 'Рус', kk: 'Қаз', en: 'Eng' };

export function tongueOf(tag: string): Tongue | null {
  const base = tag.toLowerCase().split('-')[0];
  return TONGUES.find((tongue) => tongue === base) ?? null;
}
