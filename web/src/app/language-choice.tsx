import { useTranslation } from 'react-i18next';
import { speak } from '../i18n';
import { tongueOf, TONGUE_MARKS, TONGUES } from '../i18n/tongues';

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <select
      className="input language"
      aria-label={t('shell.language')}
      value={i18n.language}
      onChange={(event) => {
        const tongue = tongueOf(event.target.value);
        if (tongue) void speak(tongue);
      }}
    >
      {TONGUES.map((tongue) => (
        <option key={tongue} value={tongue} lang={tongue}>
          {TONGUE_MARKS[tongue]}
        </option>
      ))}
    </select>
  );
}
