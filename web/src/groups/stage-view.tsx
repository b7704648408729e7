import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import type { GroupEvent } from '../api/types';
import type { MediaOfPage } from '../sessions/use-media';
import { Video } from '../sessions/video';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Chat } from './chat';
import { SecrecyWords } from './event-page';
import type { GroupCall, GroupView } from './group-call';
import type { Speaker, Stage } from './messages';
import { PeopleList } from './people-list';
import { knownRefusal } from './refusals';
import { StageBar } from './stage-bar';

interface StageViewProps {
  event: GroupEvent;
  call: GroupCall;
  media: MediaOfPage;
  onLeave: () => void;
}

/** The room of an event: the speakers, what one can do, the chat. One column on a phone. */
export function StageView({ event, call, media, onLeave }: StageViewProps) {
  const { t } = useTranslation('groups');
  const view = useSyncExternalStore(call.subscribe, call.view);
  const [asking, setAsking] = useState<'none' | 'leave' | 'secret'>('none');
  useOwnDevices(call, view, media);
  if (view.closed !== null) return <Closed code={view.closed} id={event.id} title={event.title} />;
  return (
    <section className="group" aria-label={event.title}>
      <div className="group-main">
        <Header event={event} />
        <Captions view={view} />
        <Tiles view={view} media={media} />
        {view.stage ? (
          <StageBar call={call} view={view} stage={view.stage} media={media} onSecret={() => setAsking('secret')} onLeave={() => setAsking('leave')} />
        ) : null}
      </div>
      <div className="group-side">
        {view.stage?.people ? <PeopleList call={call} stage={view.stage} people={view.stage.people} /> : null}
        {view.stage ? <Chat call={call} view={view} stage={view.stage} /> : null}
      </div>
      <Dialog title={t('bar.leave_title')} open={asking === 'leave'} onClose={() => setAsking('none')}>
        <p>{t('bar.leave_text')}</p>
        <div className="actions">
          <Button look="danger" onPress={onLeave}>
            {t('bar.leave')}
          </Button>
          <Button onPress={() => setAsking('none')}>{t('bar.stay')}</Button>
        </div>
      </Dialog>
      <Dialog title={t('secret.title')} open={asking === 'secret'} onClose={() => setAsking('none')}>
        <SecrecyWords />
      </Dialog>
    </section>
  );
}

/** What this is and until when. */
function Header({ event }: { event: GroupEvent }) {
  const { t } = useTranslation('groups');
  const moments = useMoments();
  return (
    <header className="group-head">
      <h1 tabIndex={-1}>{event.title}</h1>
      <p className="soft small">{t('caption.until', { at: moments.time(event.ends_at) })}</p>
    </header>
  );
}

/** Who is not on the stage any more is not filmed either. */
function useOwnDevices(call: GroupCall, view: GroupView, { stream, close }: MediaOfPage) {
  const silent = view.closed !== null || view.stage?.you.may_speak === false;
  useEffect(() => {
    if (!silent || !stream) return;
    call.carry(null);
    close();
  }, [silent, stream, call, close]);
}

/** How it stands, in one or two plain sentences. */
function Captions({ view }: { view: GroupView }) {
  const { t } = useTranslation('groups');
  const { stage } = view;
  const waits = stage?.media === 'up' && !stage.speakers.some((one) => one.live);
  return (
    <div className="stack-tight" role="status">
      {view.cut || !stage ? <p className="soft">{t('caption.connecting')}</p> : null}
      {stage?.media === 'down' ? <Notice tone="warn">{t('caption.down')}</Notice> : null}
      {stage?.media === 'none' ? <Notice tone="warn">{t('caption.none')}</Notice> : null}
      {waits ? <p className="soft">{t('caption.waits')}</p> : null}
      {stage && stage.media === 'up' ? (
        <p className="group-secrecy" data-on={stage.encrypted}>
          {stage.encrypted ? t('caption.encrypted') : t('caption.plain')}
        </p>
      ) : null}
      {view.refusal && view.refusal.what !== 'say' ? (
        <Notice tone="warn" live>
          {t(`refused.${knownRefusal(view.refusal.code)}`)}
        </Notice>
      ) : null}
    </div>
  );
}

function Tiles({ view, media }: { view: GroupView; media: MediaOfPage }) {
  const { stage, seen } = view;
  const { t } = useTranslation('groups');
  if (!stage) return null;
  return (
    <ul className="group-tiles" data-many={stage.speakers.length} aria-label={t('stage.speakers')}>
      {stage.speakers.map((one) => (
        <li key={one.id} className="group-tile">
          {one.id === stage.you.id ? (
            media.stream ? (
              <Video stream={media.stream} label={t('stage.you')} muted mirrored className="group-video" />
            ) : null
          ) : (
            <Video stream={seen[one.id]?.stream ?? null} label={one.name} quiet={seen[one.id]?.picture === 'none'} className="group-video" />
          )}
          <TileName speaker={one} stage={stage} view={view} />
        </li>
      ))}
    </ul>
  );
}

function TileName({ speaker, stage, view }: { speaker: Speaker; stage: Stage; view: GroupView }) {
  const { t } = useTranslation('groups');
  const picture = view.seen[speaker.id]?.picture;
  const words = [
    speaker.id === stage.you.id ? t('stage.you') : speaker.name,
    speaker.guest ? t('stage.guest') : '',
    speaker.muted ? t('stage.muted') : '',
    !speaker.live || (speaker.id !== stage.you.id && !picture) ? t('stage.not_live') : picture === 'none' ? t('stage.sound_only') : picture === 'low' ? t('stage.small') : '',
  ];
  return <p className="group-name">{words.filter((one) => one !== '').join(' · ')}</p>;
}

const CLOSED = ['ended', 'cancelled', 'removed', 'replaced', 'withdrawn', 'name_unfit', 'name_taken', 'cannot_encrypt'] as const;

function Closed({ code, id, title }: { code: string; id: string; title: string }) {
  const { t } = useTranslation('groups');
  return (
    <Page title={title} width="text">
      <Notice tone="calm" live>
        <p>{t(`closed.${CLOSED.find((one) => one === code) ?? 'ended'}`)}</p>
        <p>
          <Link to="/groups/$id" params={{ id }}>
            {t('door.back')}
          </Link>
        </p>
      </Notice>
    </Page>
  );
}
