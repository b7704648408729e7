import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Answer, Waiting } from '../ui/answer';
import { ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { Empty, Page } from '../ui/page';
import { More } from '../ui/pages';
import { Testimonies } from '../reviews/testimonies';
import { useSpecialists, useTopics } from './asks';
import { Filters } from './filters';
import { SpecialistCard } from './specialist-card';

export function CataloguePage() {
  const { t, i18n } = useTranslation('catalogue');
  const filter = useSearch({ from: '/' });
  const specialists = useSpecialists(filter, i18n.language);
  const topics = useTopics(i18n.language);
  const moments = useMoments();
  const topicName = (id: string) =>
    (topics.kind === 'value' ? topics.value.topics.find((topic) => topic.id === id)?.name : undefined) ?? id;

  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>}>
      <Filters />
      <Answer of={specialists} loading={<Waiting lines={4} />}>
        {(pages) => {
          const found = pages.flatMap((page) => page.specialists);
          return found.length === 0 ? (
            <Empty
              title={t('empty.title')}
              text={t('empty.text')}
              act={
                <ButtonLink to="/" search={{}} look="primary">
                  {t('empty.reset')}
                </ButtonLink>
              }
            />
          ) : (
            <div className="stack">
              <p className="soft small" role="status">
                {specialists.more ? t('count_first', { shown: found.length }) : t('count', { count: found.length })} · {moments.own === moments.business ? t('slots.zone') : t('slots.zone_own')}
              </p>
              <ul className="people">
                {found.map((specialist) => (
                  <SpecialistCard key={specialist.id} specialist={specialist} topicName={topicName} />
                ))}
              </ul>
              <More of={specialists} />
            </div>
          );
        }}
      </Answer>
      <Testimonies />
      <Notice>
        <p>{t('no_psychiatry')}</p>
        <p>{t('no_result')}</p>
        <p>
          <Link to="/help">{t('crisis')}</Link>
        </p>
      </Notice>
    </Page>
  );
}
