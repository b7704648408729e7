import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SpecialistPage as Specialist } from '../api/types';
import { Answer } from '../ui/answer';
import { formatMoney } from '../ui/money';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { useSpecialist, useTopics } from './asks';
import { Monogram } from './monogram';
import { SlotPicker } from './slot-picker';
import { languageNames } from './specialist-card';

export function SpecialistPage() {
  const { id } = useParams({ from: '/specialists/$id' });
  const { i18n } = useTranslation('catalogue');
  const specialist = useSpecialist(id, i18n.language);
  return <Answer of={specialist}>{(value) => <Profile specialist={value} />}</Answer>;
}

function Profile({ specialist }: { specialist: Specialist }) {
  const { t, i18n } = useTranslation(['catalogue', 'common']);
  const topics = useTopics(i18n.language);
  const topicName = (id: string) =>
    (topics.kind === 'value' ? topics.value.topics.find((topic) => topic.id === id)?.name : undefined) ?? id;
  return (
    <Page title={specialist.name} lead={<p>{specialist.headline}</p>} back={<BackLink to="/">{t('common:place.catalogue')}</BackLink>}>
      <div className="two">
        <div className="stack">
          <SlotPicker specialistId={specialist.id} price={specialist.price} />
        </div>
        <aside className="stack stuck">
          <Card>
            <div className="row">
              <Monogram name={specialist.name} large />
              <div>
                <p className="price">{formatMoney(specialist.price)}</p>
                <p className="soft">{t('duration', { count: specialist.duration_minutes })}</p>
              </div>
            </div>
            <dl className="facts">
              <dt>{t('languages')}</dt>
              <dd>{languageNames(specialist.languages, (tongue) => t(`common:language.${tongue}`))}</dd>
              <dt>{t('qualification')}</dt>
              <dd>{specialist.qualification}</dd>
              <dt>{t('verified')}</dt>
              <dd>{t('experience', { count: specialist.experience_years })}</dd>
            </dl>
            <div className="chips">
              {specialist.topics.map((topic) => (
                <span className="chip" key={topic}>
                  {topicName(topic)}
                </span>
              ))}
            </div>
          </Card>
          <Card title={t('about')}>
            <p>{specialist.about}</p>
          </Card>
          <Notice>
            <p>{t('no_result')}</p>
            <p>{t('no_psychiatry')}</p>
          </Notice>
        </aside>
      </div>
    </Page>
  );
}
