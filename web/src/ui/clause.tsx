import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause } from '../api/types';
import { knownText } from '../i18n/known-text';

const SHORT = 180;

interface ClauseProps {
  clause: Clause;
  version?: string | undefined;
}

/** The number of a clause alone, for lists: it opens that paragraph in the reader. */
export function ClauseMark({ clause, version }: ClauseProps) {
  const { t, i18n } = useTranslation();
  return (
    <Link
      to="/offers/$document/$version"
      params={{ document: 'offer', version: version ?? 'current' }}
      search={{ lang: i18n.language }}
      hash={paragraphAnchor(clause.number)}
      target="_blank"
    >
      {knownText('common', `clause.named.${clause.number}`) ?? t('clause.number', { number: clause.number })}
    </Link>
  );
}

/** The sentence of the offer that an answer follows; its number opens that paragraph in the reader. */
export function ClauseNote({ clause, version }: ClauseProps) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const text = clause.text ?? '';
  const beginning = firstSentences(text);
  return (
    <span className="clause">
      <ClauseMark clause={clause} version={version} />
      {text ? (
        <span>
          {' '}
          · <Emphasised text={whole ? text : beginning} />{' '}
        </span>
      ) : null}
      {beginning === text ? null : (
        <button type="button" className="inline-act" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('clause.less') : t('clause.more')}
        </button>
      )}
    </span>
  );
}

/** Whole sentences from the beginning, at least one, until they are long enough to be understood. */
function firstSentences(text: string): string {
  if (text.length <= SHORT) return text;
  let end = 0;
  for (const match of text.matchAll(/[.!?](?=\s|$)/g)) {
    end = match.index + 1;
    if (end > SHORT / 2) break;
  }
  return end === 0 ? text : text.slice(0, end);
}

/** The wording of a document: Markdown of which only **emphasis** occurs inside a paragraph. */
export function Emphasised({ text }: { text: string }) {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part));
}

/** The anchor of a numbered place of a document: `3.8` → `p-3.8`, `4.2.17(a)` → `p-4.2.17-a`. */
export function paragraphAnchor(number: string): string {
  return `p-${number.toLowerCase().replace(/[^0-9a-z.]+/g, '-').replace(/[.-]+$/, '')}`;
}
