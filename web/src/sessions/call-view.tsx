import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import type { Booking } from '../api/types';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { setServerClock, useTick } from '../ui/now';
import { countdown } from '../ui/time';
import type { Call, CallView as View } from './call';
import { CallControls } from './call-controls';
import type { ChatMessage } from './chat';
import { ChatPanel } from './chat-panel';
import { DevicePickers } from './device-pickers';
import { StatusCaption } from './status-caption';
import { useSeenHeight } from './use-seen-height';
import { useUnread } from './use-unread';
import type { MediaOfPage } from './use-media';
import { Video } from './video';

const NONE: ChatMessage[] = [];

interface CallViewProps {
  booking: Booking;
  call: Call;
  view: View;
  media: MediaOfPage;
  onLeave: () => void;
  /** Back to the door: this page gave way to another that the same person opened. */
  onAgain: () => void;
}

export function CallView({ booking, call, view, media, onLeave, onAgain }: CallViewProps) {
  const { t } = useTranslation('sessions');
  const me = useMe();
  const own = me?.role === 'specialist' ? 'specialist' : 'client';
  const other = me?.role === 'specialist' ? (booking.client?.display_name ?? '') : booking.specialist.name;
  const [asking, setAsking] = useState<'none' | 'leave' | 'devices' | 'private'>('none');
  const [chatting, setChatting] = useState(false);
  const short = useSeenHeight();
  const unread = useUnread(booking.id, view.chat?.messages ?? NONE, own, chatting);
  const chatButton = useRef<HTMLButtonElement>(null);
  const closeChat = () => {
    setChatting(false);
    chatButton.current?.focus();
  };
  const quiet = view.audioOnly || view.peerAudioOnly;
  const screen = view.room?.sharing === 'other' ? view.screen : null;
  const scheduledEnd = new Date(Date.parse(booking.starts_at) + booking.duration_minutes * 60_000).toISOString();
  const now = view.room?.now ?? null;
  useEffect(() => setServerClock(now), [now]);
  return (
    <section className="call" aria-label={t('call.title')} data-chat={chatting} data-short={short}>
      <div className="call-stage" data-screen={screen !== null}>
        {screen ? <Video stream={screen} label={t('screen.of', { name: other })} muted className="call-screen" /> : null}
        <Video stream={view.remote} label={other} speaker={media.choice.speaker} quiet={quiet} className="call-remote" />
        {screen === null && (view.media !== 'connected' || quiet) ? <p className="call-name">{other}</p> : null}
        <div className="call-self" hidden={view.closed !== null}>
          {view.audioOnly || media.stream?.getVideoTracks().length === 0 ? (
            <p className="call-self-off">{t('call.sound_only')}</p>
          ) : (
            <Video stream={media.stream} label={t('join.you')} muted mirrored className="call-self-video" />
          )}
        </div>
        <SessionClock endsAt={view.room?.ends_at ?? booking.ends_at} startsAt={booking.starts_at} />
        <StatusCaption view={view} asSpecialist={me?.role === 'specialist'} startsAt={booking.starts_at} scheduledEnd={scheduledEnd} />
      </div>
      {chatting && view.chat ? <ChatPanel chat={call.chat} state={view.chat} own={own} other={other} onClose={closeChat} /> : null}
      <p className="only-read-aloud" role="status">
        {unread > 0 ? t('chat.new', { count: unread }) : null}
      </p>
      {view.closed ? (
        <CallOver replaced={view.closed === 'replaced'} onLeave={onLeave} onAgain={onAgain} />
      ) : (
        <CallControls
          call={call}
          view={view}
          media={media}
          chat={view.chat ? { open: chatting, unread, button: chatButton, toggle: setChatting } : null}
          onDevices={() => setAsking('devices')}
          onPrivate={() => setAsking('private')}
          onLeave={() => setAsking('leave')}
        />
      )}
      <Dialog title={t('call.leave_title')} open={asking === 'leave'} onClose={() => setAsking('none')}>
        <p>{t('call.leave_text')}</p>
        <div className="actions">
          <Button look="danger" onPress={onLeave}>
            {t('call.leave')}
          </Button>
          <Button onPress={() => setAsking('none')}>{t('call.stay')}</Button>
        </div>
      </Dialog>
      <Dialog title={t('call.private_title')} open={asking === 'private'} onClose={() => setAsking('none')}>
        <CallCode code={view.code} />
        <div className="actions">
          <Button look="primary" onPress={() => setAsking('none')}>
            {t('device.done')}
          </Button>
        </div>
      </Dialog>
      <Dialog title={t('device.title')} open={asking === 'devices'} onClose={() => setAsking('none')}>
        <DevicePickers media={media} />
        <div className="actions">
          <Button look="primary" onPress={() => setAsking('none')}>
            {t('device.done')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}

/** What can be done where there is no call any more. */
function CallOver({ replaced, onLeave, onAgain }: { replaced: boolean; onLeave: () => void; onAgain: () => void }) {
  const { t } = useTranslation('sessions');
  return (
    <div className="actions">
      <Button look="primary" onPress={onLeave}>
        {t('join.back')}
      </Button>
      {replaced ? <Button onPress={onAgain}>{t('call.again')}</Button> : null}
    </div>
  );
}

function CallCode({ code }: { code: string | null }) {
  const { t } = useTranslation('sessions');
  if (!code) return <p>{t('call.private_wait')}</p>;
  return (
    <>
      <p className="big-money" aria-label={t('call.private_code')}>
        {code}
      </p>
      <p>{t('call.private_text')}</p>
      <p>{t('call.private_differ')}</p>
    </>
  );
}

function SessionClock({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const { t } = useTranslation('sessions');
  const now = useTick();
  const before = Date.parse(startsAt) - now;
  const left = Date.parse(endsAt) - now;
  const text = before > 0 ? t('call.begins_in', { time: countdown(before) }) : left > 0 ? t('call.left', { time: countdown(left) }) : t('call.over');
  return (
    <p className="call-clock" role="timer">
      {text}
    </p>
  );
}
