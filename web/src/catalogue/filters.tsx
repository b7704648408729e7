import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TONGUES } from '../i18n/tongues';
import { SelectField } from '../ui/field';
import { formatMoney } from '../ui/money';
import { useTopics } from './asks';

const PRICE_CEILINGS_MINOR = [1_000_000, 1_500_000, 2_000_000, 2_500_000];

export function Filters() {
  const { t, i18n } = useTranslation(['catalogue', 'common']);
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const topics = useTopics(i18n.language);
  const choose = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });

  return (
    <section className="filters" aria-label={t('filters')}>
      <SelectField label={t('topic')} value={search.topic ?? ''} onChange={(event) => choose({ topic: event.target.value || undefined })}>
        <option value="">{t('any_topic')}</option>
        {topics.kind === 'value'
          ? topics.value.topics.map((topic) => (
              <option key={topic.id} value={topic.id}>
                {topic.name}
              </option>
            ))
          : null}
      </SelectField>
      <SelectField label={t('language')} value={search.language ?? ''} onChange={(event) => choose({ language: event.target.value || undefined })}>
        <option value="">{t('any_language')}</option>
        {TONGUES.map((tongue) => (
          <option key={tongue} value={tongue}>
            {t(`common:language.${tongue}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('max_price')}
        value={search.max_price_minor ?? ''}
        onChange={(event) => choose({ max_price_minor: event.target.value ? Number(event.target.value) : undefined })}
      >
        <option value="">{t('any_price')}</option>
        {PRICE_CEILINGS_MINOR.map((minor) => (
          <option key={minor} value={minor}>
            {formatMoney({ minor, currency: 'KZT' })}
          </option>
        ))}
      </SelectField>
    </section>
  );
}
