import { useTranslation } from 'react-i18next';
import type { Changes } from '../api/types';
import { ClauseNote } from '../ui/clause';

/** What an edition changed: values of the terms, then paragraphs word by word. Removed and added words are marked for the eye and for a reader. */
export function ChangesList({ changes }: { changes: Changes }) {
  const { t } = useTranslation('terms');
  if (changes.terms.length === 0 && changes.paragraphs.length === 0) return <p className="soft">{t('changes.none')}</p>;
  return (
    <div className="stack">
      {changes.terms.length === 0 ? null : (
        <ul className="lines" aria-label={t('changes.terms')}>
          {changes.terms.map((one) => (
            <li key={one.key} className="stack-tight">
              <span>
                <span className="code">{one.key}</span>: {one.before === undefined ? null : <del>{one.before}</del>}{' '}
                {one.after === undefined ? null : <ins>{one.after}</ins>}
              </span>
              <ClauseNote clause={one.clause} version={one.after === undefined ? changes.since : undefined} />
            </li>
          ))}
        </ul>
      )}
      {changes.paragraphs.map((one) => (
        <section key={`${one.change}/${one.number}`} className="stack-tight" lang={changes.language}>
          <h3>
            {one.number} · {t(`changes.${one.change}`)}
          </h3>
          <p>
            {one.parts.map(({ part, text }, index) =>
              part === 'same' ? <span key={index}>{text}</span> : part === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>,
            )}
          </p>
        </section>
      ))}
    </div>
  );
}
