import { useTranslation } from 'react-i18next';
import { SelectField } from '../ui/field';
import type { MediaOfPage } from './use-media';

export function DevicePickers({ media }: { media: MediaOfPage }) {
  const { t } = useTranslation('sessions');
  const { devices, choice, choose } = media;
  return (
    <div className="stack">
      <Picker label={t('device.camera')} list={devices.cameras} value={choice.camera} onChoose={(camera) => choose({ camera })} />
      <Picker label={t('device.microphone')} list={devices.microphones} value={choice.microphone} onChoose={(microphone) => choose({ microphone })} />
      {devices.speakers.length > 0 ? (
        <Picker label={t('device.speaker')} list={devices.speakers} value={choice.speaker} onChoose={(speaker) => choose({ speaker })} />
      ) : null}
    </div>
  );
}

interface PickerProps {
  label: string;
  list: MediaDeviceInfo[];
  value: string | null;
  onChoose: (id: string) => void;
}

function Picker({ label, list, value, onChoose }: PickerProps) {
  const { t } = useTranslation('sessions');
  return (
    <SelectField label={label} value={value ?? list[0]?.deviceId ?? ''} onChange={(event) => onChoose(event.target.value)} disabled={list.length === 0}>
      {list.length === 0 ? <option value="">{t('device.none')}</option> : null}
      {list.map((device, index) => (
        <option key={device.deviceId} value={device.deviceId}>
          {device.label || t('device.unnamed', { number: index + 1 })}
        </option>
      ))}
    </SelectField>
  );
}
