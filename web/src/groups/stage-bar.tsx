import { useEffect, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import type { MediaOfPage } from '../sessions/use-media';
import { CameraIcon, CameraOffIcon, CrossIcon, HandIcon, MicIcon, MicOffIcon, PhoneOffIcon, ShieldIcon, SpeakerIcon } from '../ui/icons';
import type { GroupCall, GroupView } from './group-call';
import type { Stage } from './messages';

interface StageBarProps {
  call: GroupCall;
  view: GroupView;
  stage: Stage;
  media: MediaOfPage;
  onSecret: () => void;
  onLeave: () => void;
}

/** What one can do: large, by keyboard and by touch alike. */
export function StageBar({ call, view, stage, media, onSecret, onLeave }: StageBarProps) {
  const { t } = useTranslation('groups');
  const { you } = stage;
  return (
    <div className="stack-tight">
      {you.may_speak && you.part === 'viewer' && !media.stream ? <p role="status">{t('bar.let_up')}</p> : null}
      <div className="call-controls" role="toolbar" aria-label={t('bar.title')}>
        {you.may_speak && media.stream ? <OwnMedia media={media} /> : null}
        {you.may_speak && !media.stream ? (
          <Press label={t('bar.speak')} onPress={media.open}>
            <CameraIcon />
          </Press>
        ) : null}
        {you.may_speak && you.part === 'viewer' ? (
          <Press label={t('bar.stop')} onPress={() => call.stopSpeaking()}>
            <CrossIcon />
          </Press>
        ) : null}
        {you.may_speak ? null : (
          <ToggleButton className="call-button" isSelected={you.hand} onChange={(raised) => call.tell({ type: 'hand', raised })}>
            <HandIcon />
            <span>{you.hand ? t('bar.hand_down') : t('bar.hand_up')}</span>
          </ToggleButton>
        )}
        <ToggleButton className="call-button" isSelected={view.soundOnly} onChange={(on) => call.setSoundOnly(on)}>
          {view.soundOnly ? <CameraIcon /> : <SpeakerIcon />}
          <span>{view.soundOnly ? t('bar.picture') : t('bar.sound_only')}</span>
        </ToggleButton>
        <Press label={t('bar.secret')} onPress={onSecret}>
          <ShieldIcon />
        </Press>
        <Press label={t('bar.leave')} onPress={onLeave} look="leave">
          <PhoneOffIcon />
        </Press>
      </div>
      <p className="soft small">{t('bar.viewers', { count: stage.viewers })}</p>
    </div>
  );
}

/** The own microphone and camera: switched off they send nothing. */
function OwnMedia({ media }: { media: MediaOfPage }) {
  const { t } = useTranslation('groups');
  const [silent, setSilent] = useState(false);
  const [hidden, setHidden] = useState(false);
  const { stream } = media;
  useEffect(() => {
    stream?.getAudioTracks().forEach((track) => (track.enabled = !silent));
    stream?.getVideoTracks().forEach((track) => (track.enabled = !hidden));
  }, [stream, silent, hidden]);
  return (
    <>
      <ToggleButton className="call-button" isSelected={silent} onChange={setSilent}>
        {silent ? <MicOffIcon /> : <MicIcon />}
        <span>{silent ? t('bar.unmute') : t('bar.mute')}</span>
      </ToggleButton>
      <ToggleButton className="call-button" isSelected={hidden} onChange={setHidden}>
        {hidden ? <CameraOffIcon /> : <CameraIcon />}
        <span>{hidden ? t('bar.show') : t('bar.hide')}</span>
      </ToggleButton>
    </>
  );
}

function Press({ label, onPress, look, children }: { label: string; onPress: () => void; look?: 'leave'; children: ReactNode }) {
  return (
    <AriaButton className="call-button" onPress={onPress} {...(look ? { 'data-look': look } : {})}>
      {children}
      <span>{label}</span>
    </AriaButton>
  );
}
