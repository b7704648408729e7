import { Link, useParams, useSearch, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { BackLink, Card, Page } from '../ui/page';
import { Disclosures } from './disclosures';
import { HistoryCard } from './history-card';
import { PageTurner, useCursor } from '../ui/pages';
import { PersonFacts } from './person-facts';
import { PersonTimeline } from './person-timeline';
import { PurposeField } from './purpose-field';
import type { Purpose } from './purposes';

/** One person: what is sealed, and everything there was with them. Nothing is opened before a purpose is named. */
export function PersonPage() {
  const { t } = useTranslation('staff');
  const { id } = useParams({ from: '/staff/people/$id' });
  const { purpose } = useSearch({ from: '/staff/people/$id' });
  const navigate = useNavigate();
  return (
    <Page title={t('people.one')} back={<BackLink to="/staff/people">{t('people.title')}</BackLink>}>
      {purpose ? (
        <Opened id={id} purpose={purpose} />
      ) : (
        <Card>
          <p className="code soft">{id}</p>
          <PurposeField
            value=""
            onChange={(chosen) => void navigate({ to: '/staff/people/$id', params: { id }, search: { purpose: chosen || undefined }, replace: true })}
          />
        </Card>
      )}
    </Page>
  );
}

function Opened({ id, purpose }: { id: string; purpose: Purpose }) {
  const { t } = useTranslation('staff');
  // Every read is written down for the person to see: it happens once, when the page opens.
  const once = { staleMs: Infinity };
  const person = useAsk(['staff-person', id, purpose], () => outcomeOf(api.GET('/v1/staff/people/{id}', { params: { path: { id }, query: { purpose } } })), once);
  return (
    <>
      <Answer of={person}>
        {(value) => (
          <Card title={knownText('staff', `role.${value.role}`) ?? value.role}>
            <p className="soft">
              {t('people.opened_for', { purpose: t(`purpose.${purpose}`) })} <span className="code">{id}</span>
            </p>
            <PersonFacts person={value} again={person.kind === 'loading' ? () => undefined : person.again} />
          </Card>
        )}
      </Answer>
      <HistoryCard id={id} purpose={purpose} title={t('history.of_person')} />
      <Disclosures id={id} />
      <p>
        <Link to="/staff/handover" search={{ about: id }}>
          {t('handover.of_person')}
        </Link>
      </p>
      <TimelinePages id={id} purpose={purpose} />
    </>
  );
}

/** Newest first; every page that is read is one more row that the person sees. */
function TimelinePages({ id, purpose }: { id: string; purpose: Purpose }) {
  const pages = useCursor();
  const { cursor } = pages;
  const timeline = useAsk(
    ['staff-timeline', id, purpose, cursor],
    () =>
      outcomeOf(
        api.GET('/v1/staff/people/{id}/timeline', { params: { path: { id }, query: { purpose, ...(cursor ? { cursor } : {}) } } }),
      ),
    { staleMs: Infinity },
  );
  return (
    <Answer of={timeline}>
      {(value) => (
        <>
          <PersonTimeline timeline={value} />
          <PageTurner pages={pages} next={value.next} />
        </>
      )}
    </Answer>
  );
}
