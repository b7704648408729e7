import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupEvent } from '../api/types';
import { DevicePickers } from '../sessions/device-pickers';
import { Preview } from '../sessions/pre-join';
import { useMedia } from '../sessions/use-media';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { Tick } from '../ui/tick';
import { useEvent } from './asks';
import { SecrecyWords } from './event-page';
import { GroupCall } from './group-call';
import { canEncrypt } from './key-exchange';
import { StageView } from './stage-view';

const NAME_LETTERS = 40;

export function GroupRoomPage() {
  const { id } = useParams({ from: '/groups/$id/room' });
  return <Answer of={useEvent(id)}>{(event) => <Door event={event} />}</Answer>;
}

/** Before the room: a name to go by, the rules, and for a speaker a look at themselves. */
function Door({ event }: { event: GroupEvent }) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [knows, setKnows] = useState(false);
  const [call, setCall] = useState<GroupCall | null>(null);
  const current = useRef<GroupCall | null>(null);
  const media = useMedia((stream) => current.current?.carry(stream));
  const speaker = event.part === 'speaker';
  useEffect(() => () => current.current?.leave(), []);

  function enter() {
    const made = new GroupCall(event.id, name.trim());
    current.current = made;
    if (media.stream) made.carry(media.stream);
    setCall(made);
  }
  if (call) {
    return (
      <StageView
        event={event}
        call={call}
        media={media}
        onLeave={() => {
          call.leave();
          void navigate({ to: '/groups/$id', params: { id: event.id } });
        }}
      />
    );
  }
  const ready = knows && event.can.enter && (speaker ? media.stream !== null : name.trim() !== '');
  return (
    <Page
      title={event.title}
      back={
        <BackLink to="/groups/$id" params={{ id: event.id }}>
          {t('door.back')}
        </BackLink>
      }
    >
      <div className="two">
        <div className="stack">
          {speaker ? (
            <>
              <Preview media={media} />
              {media.stream ? <DevicePickers media={media} /> : null}
            </>
          ) : (
            <Card title={t('door.name_title')}>
              <TextField label={t('door.name')} hint={t('door.name_hint', { letters: NAME_LETTERS })} maxLength={NAME_LETTERS} value={name} onChange={setName} />
            </Card>
          )}
        </div>
        <div className="stack">
          <Card>
            <WhyNot event={event} />
            <Tick isSelected={knows} onChange={setKnows}>
              {t('rules.recording')}
            </Tick>
            <div>
              <Button look="primary" onPress={enter} isDisabled={!ready}>
                {t('one.enter')}
              </Button>
            </div>
          </Card>
          <Card title={t('secret.title')}>
            {canEncrypt() ? null : (
              <Notice tone="warn">
                <p>{t('secret.cannot')}</p>
              </Notice>
            )}
            <SecrecyWords />
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** Why the door is closed to this person, where it is. */
function WhyNot({ event }: { event: GroupEvent }) {
  const { t } = useTranslation('groups');
  const moments = useMoments();
  if (event.can.enter) return null;
  const words = () => {
    if (event.state === 'cancelled') return t('closed.cancelled');
    if (event.state === 'over') return t('closed.ended');
    if (!event.part) return t('door.no_place');
    return event.state === 'planned' ? t('one.opens', { at: moments.full(event.room_opens_at) }) : t('closed.removed');
  };
  return (
    <Notice tone="calm">
      <p>{words()}</p>
    </Notice>
  );
}
