import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Clause } from '../api/types';

/** The sentence of the offer that an answer follows; its number opens that paragraph in the reader. */
export function ClauseNote({ clause, version }: { clause: Clause; version?: string | undefined }) {
  const { t, i18n } = useTranslation();
  return (
    <span className="clause">
      <Link to="/offers/$document/$version" params={{ document: 'offer', version: version ?? 'current' }} search={{ lang: i18n.language }} hash={paragraphAnchor(clause.number)}>
        {t('clause.number', { number: clause.number })}
      </Link>
      {clause.text ? <span> · {clause.text}</span> : null}
    </span>
  );
}

/** The anchor of a numbered place of a document: `3.8` → `p-3.8`, `4.2.17(a)` → `p-4.2.17-a`. */
export function paragraphAnchor(number: string): string {
  return `p-${number.toLowerCase().replace(/[^0-9a-z.]+/g, '-').replace(/[.-]+$/, '')}`;
}
