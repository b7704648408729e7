import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../api/types';
import { Answer } from '../ui/answer';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { documentName, useEditions } from './asks';

export function OffersPage() {
  const { t } = useTranslation('terms');
  const editions = useEditions();
  return (
    <Page title={t('list.title')} lead={<p>{t('list.lead')}</p>} width="text">
      <Answer of={editions}>
        {({ items }) => (
          <ul className="lines">
            {items.map((edition) => (
              <EditionRow key={`${edition.document}/${edition.version}`} edition={edition} />
            ))}
          </ul>
        )}
      </Answer>
      <p>
        <Link to="/statistics">{t('list.statistics')}</Link>
      </p>
      <Notice>
        <p>{t('as_is')}</p>
      </Notice>
    </Page>
  );
}

function EditionRow({ edition }: { edition: Edition }) {
  const { t } = useTranslation('terms');
  const moments = useMoments();
  return (
    <li>
      <Link className="line" to="/offers/$document/$version" params={{ document: edition.document, version: edition.version }}>
        <span className="stack-tight">
          <span className="strong">{t(documentName(edition.document))}</span>
          <span className="soft small">
            {t('edition', { date: moments.documentDate(edition.effective_at) })}{' '}
            <span className="chip" data-tone={edition.in_force ? 'good' : undefined}>
              {edition.in_force ? t('current') : t('former')}
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}
