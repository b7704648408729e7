import { useEffect, useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Button as AriaButton } from 'react-aria-components/Button';
import { CameraIcon, CameraOffIcon, ChatIcon, GearIcon, MicIcon, MicOffIcon, PhoneOffIcon, ScreenIcon, ScreenOffIcon, ShieldIcon } from '../ui/icons';
import type { Call, CallView } from './call';
import { canShowScreen } from './screen';
import type { MediaOfPage } from './use-media';

interface ChatControl {
  open: boolean;
  unread: number;
  button: Ref<HTMLButtonElement>;
  toggle: (open: boolean) => void;
}

interface CallControlsProps {
  call: Call;
  view: CallView;
  media: MediaOfPage;
  /** null where the brand has no chat. */
  chat: ChatControl | null;
  onDevices: () => void;
  onPrivate: () => void;
  onLeave: () => void;
}

export function CallControls({ call, view, media, chat, onDevices, onPrivate, onLeave }: CallControlsProps) {
  const { t } = useTranslation('sessions');
  const [muted, setMuted] = useState(false);
  const { stream } = media;
  const sharing = view.room?.sharing ?? 'nobody';
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
      {view.mayShare && canShowScreen() ? (
        <AriaButton className="call-button" data-selected={sharing === 'you' || undefined} isDisabled={sharing === 'other'} onPress={() => (sharing === 'you' ? call.stopSharing() : void call.shareScreen())}>
          {sharing === 'you' ? <ScreenOffIcon /> : <ScreenIcon />}
          <span>{sharing === 'you' ? t('screen.stop') : t('screen.show')}</span>
        </AriaButton>
      ) : null}
      {chat ? <ChatButton {...chat} /> : null}
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

function ChatButton({ open, unread, button, toggle }: ChatControl) {
  const { t } = useTranslation('sessions');
  const name = unread > 0 ? t('chat.open', { count: unread }) : t('chat.title');
  return (
    <ToggleButton className="call-button" ref={button} isSelected={open} onChange={toggle} aria-label={name}>
      <ChatIcon />
      <span>{t('chat.title')}</span>
      {unread > 0 ? <span className="call-badge" data-count={unread} /> : null}
    </ToggleButton>
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
