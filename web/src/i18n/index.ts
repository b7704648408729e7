import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { tongueOf, type Tongue } from './tongues';

// One file per language and room, loaded when a screen of that room is first shown in that language.
const files = import.meta.glob<{ default: Record<string, unknown> }>('./*/*.json');

const CHOICE = 'kelisim-language';

export async function startTexts(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use({
      type: 'backend',
      init: () => undefined,
      read: (language: string, room: string, done: (error: unknown, texts: Record<string, unknown> | null) => void) => {
        const load = files[`./${language}/${room}.json`];
        if (!load) return done(new Error(`no texts ${language}/${room}`), null);
        load().then((file) => done(null, file.default), (error: unknown) => done(error, null));
      },
    })
    .init({
      lng: firstTongue(),
      fallbackLng: false,
      contextSeparator: '~',
      ns: ['common', 'refusals'],
      defaultNS: 'common',
      partialBundledLanguages: true,
      returnEmptyString: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = i18next.language;
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
}

/** The language is a neutral setting, kept on the device for visitors; a signed-in person's own setting goes first. */
export async function speak(tongue: Tongue): Promise<void> {
  try {
    localStorage.setItem(CHOICE, tongue);
  } catch {
    // A device that refuses storage still switches for this visit.
  }
  await i18next.changeLanguage(tongue);
}

function firstTongue(): Tongue {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(CHOICE);
  } catch {
    chosen = null;
  }
  if (chosen) return tongueOf(chosen) ?? 'ru';
  for (const wish of navigator.languages) {
    const tongue = tongueOf(wish);
    if (tongue) return tongue;
  }
  return 'ru';
}
