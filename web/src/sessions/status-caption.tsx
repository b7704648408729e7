import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../ui/moment';
import { useTick } from '../ui/now';
import type { CallView } from './call';
import { screenWord } from './screen-word';

interface StatusCaptionProps {
  view: CallView;
  asSpecialist: boolean;
  startsAt: string;
  /** As agreed, before what the specialist's lateness adds. */
  scheduledEnd: string;
}

const CLOSED: Record<string, ParseKeys<'sessions'>> = {
  ended: 'status.closed.ended',
  replaced: 'status.closed.replaced',
  cancelled: 'status.closed.cancelled',
  moved: 'status.closed.moved',
};

/** Says in words what is going on, so that a silent screen never leaves somebody guessing. */
export function StatusCaption({ view, asSpecialist, startsAt, scheduledEnd }: StatusCaptionProps) {
  const { t } = useTranslation('sessions');
  const moments = useMoments();
  const begun = useTick() >= Date.parse(startsAt);
  const room = view.room;
  const words: string[] = [];
  if (view.closed) words.push(t(CLOSED[view.closed] ?? 'status.closed.other'));
  else if (view.link === 'joining') words.push(t('status.joining'));
  else if (view.link === 'cut') words.push(t('status.link_cut'));
  else if (room && !room.peer_present) words.push(begun ? (asSpecialist ? t('status.wait_client') : t('status.wait_specialist')) : t('status.early'));
  else if (view.media === 'cut') words.push(t('status.media_cut'));
  else if (view.media !== 'connected') words.push(t('status.connecting'));
  if (room && Date.parse(room.ends_at) > Date.parse(scheduledEnd)) {
    const at = moments.time(room.ends_at);
    words.push(asSpecialist ? t('status.you_late', { at }) : t('status.specialist_late', { at }));
  }
  // Where one has chosen sound, no video is sent either way, and how weak a side is no longer matters.
  if (view.peerAudioOnly) words.push(t('status.peer_sound_only'));
  else if (view.tooSlow && !view.audioOnly) words.push(t('status.too_slow'));
  else if (view.peerWeak && !view.audioOnly) words.push(t('status.peer_weak'));
  const shared = screenWord(view);
  if (shared) words.push(t(shared));
  if (view.screenTrouble) words.push(t(`screen.trouble.${view.screenTrouble}`));
  return (
    <div className="call-status" role="status">
      {words.map((word) => (
        <p key={word}>{word}</p>
      ))}
    </div>
  );
}
