import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Button as AriaButton } from 'react-aria-components/Button';
import { CameraIcon, CameraOffIcon, GearIcon, MicIcon, MicOffIcon, PhoneOffIcon, ShieldIcon } from '../ui/icons';
import type { Call, CallView } from './call';
import type { MediaOfPage } from './use-media';

interface CallControlsProps {
  call: Call;
  view: CallView;
  media: MediaOfPage;
  onDevices: () => void;
  onPrivate: () => void;
  onLeave: () => void;
}

export function CallControls({ call, view, media, onDevices, onPrivate, onLeave }: CallControlsProps) {
  const { t } = useTranslation('sessions');
  const [muted, setMuted] = useState(false);
  const { stream } = media;
  useEffect(() => {
    stream?.getAudioTracks().forEach((track) => (track.enabled = !muted));
  }, [stream, muted]);
  return (
    <div className="call-controls" role="toolbar" aria-label={t('call.controls')}>
      <Toggle on={muted} onChange={setMuted} label={muted ? t('call.unmute') : t('call.mute')}>
        {muted ? <MicOffIcon /> : <MicIcon />}
      </Toggle>
      <Toggle on={view.audioOnly} onChange={(on) => void call.setAudioOnly(on)} label={view.audioOnly ? t('call.video_on') : t('call.audio_only')}>
        {view.audioOnly ? <CameraOffIcon /> : <CameraIcon />}
      </Toggle>
      <AriaButton className="call-button" onPress={onDevices}>
        <GearIcon />
        <span>{t('call.devices')}</span>
      </AriaButton>
      <AriaButton className="call-button" onPress={onPrivate}>
        <ShieldIcon />
        <span>{t('call.private')}</span>
      </AriaButton>
      <AriaButton className="call-button" data-look="leave" onPress={onLeave}>
        <PhoneOffIcon />
        <span>{t('call.leave')}</span>
      </AriaButton>
    </div>
  );
}

function Toggle({ on, onChange, label, children }: { on: boolean; onChange: (on: boolean) => void; label: string; children: ReactNode }) {
  return (
    <ToggleButton className="call-button" isSelected={on} onChange={onChange}>
      {children}
      <span>{label}</span>
    </ToggleButton>
  );
}
