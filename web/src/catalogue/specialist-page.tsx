import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SpecialistPage as Specialist } from '../api/types';
import { knownText } from '../i18n/known-text';
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
      <div className="profile-head">
        <Monogram name={specialist.name} large />
        <div>
          <p className="price">{formatMoney(specialist.price)}</p>
          <p className="soft">
            {t('duration', { count: specialist.duration_minutes })} ·{' '}
            {languageNames(specialist.languages, (tongue) => t(`common:language.${tongue}`))}
          </p>
        </div>
      </div>
      <div className="two">
        <SlotPicker specialistId={specialist.id} price={specialist.price} />
        <aside className="stack">
          <Card title={t('about')}>
            <p>{specialist.about}</p>
            <p>
              {specialist.educations
                .filter((education) => education.verified)
                .map((education) => knownText('catalogue', `education.${education.field}`) ?? education.field)
                .join(', ')}
              <br />
              {t('experience', { count: specialist.experience_years })}
              <br />
              <span className="chip" data-tone="good">
                {t('verified')}
              </span>
            </p>
            <div className="chips">
              {specialist.topics.map((topic) => (
                <span className="chip" key={topic}>
                  {topicName(topic)}
                </span>
              ))}
            </div>
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
