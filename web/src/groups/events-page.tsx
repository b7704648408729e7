import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GroupEvent } from '../api/types';
import { Answer } from '../ui/answer';
import { useMoments } from '../ui/moment';
import { Empty, Page } from '../ui/page';
import { useEvents } from './asks';

/** Group events that are to come, and what the person has to do with them. */
export function EventsPage() {
  const { t } = useTranslation('groups');
  return (
    <Page title={t('list.title')} lead={<p>{t('list.lead')}</p>} width="text">
      <Answer of={useEvents()}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('list.empty_title')} text={t('list.empty_text')} />
          ) : (
            <ul className="lines">
              {items.map((event) => (
                <li key={event.id} className="card stack-tight">
                  <h2>
                    <Link to="/groups/$id" params={{ id: event.id }}>
                      {event.title}
                    </Link>
                  </h2>
                  <EventFacts event={event} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}

export function EventFacts({ event }: { event: GroupEvent }) {
  const { t } = useTranslation('groups');
  const moments = useMoments();
  const speakers = event.speakers.map((one) => one.name).join(', ');
  const upcoming = event.state === 'planned' || event.state === 'open';
  const more = [
    event.part ? t(`part.${event.part}`) : '',
    upcoming ? t('list.places', { left: event.places_left, all: event.capacity }) : '',
  ].filter((one) => one !== '');
  return (
    <>
      <p className="strong">
        {moments.full(event.starts_at)} · {t(`state.${event.state}`)}
      </p>
      <p>{t('list.speakers', { names: speakers })}</p>
      {more.length > 0 ? <p className="soft">{more.join(' · ')}</p> : null}
    </>
  );
}
