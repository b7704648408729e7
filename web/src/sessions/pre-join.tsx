import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../api/types';
import { Button, ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { useTick } from '../ui/now';
import { Card } from '../ui/page';
import { Tick } from '../ui/tick';
import { countdown } from '../ui/time';
import { DevicePickers } from './device-pickers';
import type { MediaOfPage } from './use-media';
import { Video } from './video';

// Nearer than this the wait is counted down; before it, a moment says more than hours and seconds.
const SOON_MS = 3_600_000;

interface PreJoinProps {
  booking: Booking;
  media: MediaOfPage;
  onJoin: () => void;
}

/** Nobody is seen before they have seen themselves. The rules of HAR-4.2.7a and HAR-4.2.12a stand here. */
export function PreJoin({ booking, media, onJoin }: PreJoinProps) {
  const { t } = useTranslation('sessions');
  const moments = useMoments();
  const [knows, setKnows] = useState(false);
  const wait = Date.parse(booking.room_opens_at) - useTick();
  const open = booking.can.join || wait <= 0;
  return (
    <div className="two">
      <div className="stack">
        <Preview media={media} />
        {media.stream ? <DevicePickers media={media} /> : null}
      </div>
      <div className="stack">
        <Card>
          <p className="strong">{moments.full(booking.starts_at)}</p>
          <Tick isSelected={knows} onChange={setKnows}>
            {t('join.rule_recording')}
          </Tick>
          <p className="soft">{t('join.rule_sober')}</p>
          <p className="soft">{t('join.private')}</p>
        </Card>
        {open ? null : (
          <Notice tone="calm">
            <p>{wait > SOON_MS ? t('join.opens_at', { at: moments.full(booking.room_opens_at) }) : t('join.opens', { time: countdown(wait) })}</p>
          </Notice>
        )}
        <div className="row">
          <Button look="primary" onPress={onJoin} isDisabled={!open || !knows || !media.stream}>
            {t('join.enter')}
          </Button>
          <ButtonLink to="/bookings/$id/equipment" params={{ id: booking.id }} look="quiet">
            {t('join.check')}
          </ButtonLink>
        </div>
        {!media.stream ? <p className="soft small">{t('join.need_media')}</p> : null}
      </div>
    </div>
  );
}

export function Preview({ media }: { media: MediaOfPage }) {
  const { t } = useTranslation('sessions');
  if (media.trouble) {
    return (
      <Notice tone="warn" title={t(`trouble.${media.trouble}.title`)} live>
        <p>{t(`trouble.${media.trouble}.text`)}</p>
        <div>
          <Button onPress={media.open}>{t('join.try_media')}</Button>
        </div>
      </Notice>
    );
  }
  if (!media.stream) {
    return (
      <div className="stage stage-off">
        <p>{t('join.ask_media')}</p>
        <Button look="primary" onPress={media.open}>
          {t('join.open_media')}
        </Button>
      </div>
    );
  }
  return (
    <div className="stage">
      <Video stream={media.stream} label={t('join.you')} muted mirrored className="stage-video" />
      {media.stream.getVideoTracks().length === 0 ? <p className="stage-word">{t('join.no_camera')}</p> : null}
    </div>
  );
}
