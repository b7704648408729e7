import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import type { GroupEvent } from '../api/types';
import { ActNote, Answer } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { useEvent, usePlace } from './asks';
import { EventFacts } from './events-page';

export function EventPage() {
  const { id } = useParams({ from: '/groups/$id' });
  return <Answer of={useEvent(id)}>{(event) => <One event={event} />}</Answer>;
}

function One({ event }: { event: GroupEvent }) {
  const { t } = useTranslation('groups');
  const bounds = useBrand()?.groups;
  const moments = useMoments();
  const place = usePlace(event.id);
  return (
    <Page title={event.title} width="text" back={<BackLink to="/groups">{t('list.title')}</BackLink>}>
      <Card>
        <EventFacts event={event} />
        <ActNote state={place.state} />
        <div className="row">
          {event.can.enter ? (
            <ButtonLink to="/groups/$id/room" params={{ id: event.id }} look="primary">
              {t('one.enter')}
            </ButtonLink>
          ) : null}
          {event.can.register_self ? (
            <Button look="primary" busy={place.running} onPress={() => void place.run('register')}>
              {t('one.register')}
            </Button>
          ) : null}
          {event.can.withdraw ? (
            <Button look="quiet" busy={place.running} onPress={() => void place.run('withdraw')}>
              {t('one.withdraw')}
            </Button>
          ) : null}
        </div>
        {event.part && event.state === 'planned' ? (
          <Notice tone="calm">
            <p>{t('one.opens', { at: moments.full(event.room_opens_at) })}</p>
          </Notice>
        ) : null}
      </Card>
      <Card title={t('rules.title')}>
        <ul className="bullets">
          <li>{t('rules.recording')}</li>
          <li>{t('rules.viewers')}</li>
          <li>{t('rules.attendance')}</li>
          {bounds ? <li>{t('rules.chat', { count: bounds.chat_kept_days })}</li> : null}
        </ul>
      </Card>
      <Card title={t('secret.title')}>
        <SecrecyWords />
      </Card>
    </Page>
  );
}

/** What the encryption of frames protects from, and what it does not. */
export function SecrecyWords() {
  const { t } = useTranslation('groups');
  return (
    <>
      <p>{t('secret.does')}</p>
      <p>{t('secret.does_not')}</p>
      <p>{t('secret.otherwise')}</p>
    </>
  );
}
