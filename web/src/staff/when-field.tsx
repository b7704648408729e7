import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/field';

/** A day and a time as the clocks of the business show them. */
export interface Wall {
  day: string;
  time: string;
}

export function When({ label, value, onChange }: { label: string; value: Wall; onChange: (value: Wall) => void }) {
  const { t } = useTranslation('staff');
  return (
    <fieldset className="stack-tight">
      <legend className="label">{label}</legend>
      <div className="hours-row">
        <TextField label={t('outages.day')} type="date" value={value.day} onChange={(day) => onChange({ ...value, day })} />
        <TextField label={t('outages.time')} type="time" value={value.time} onChange={(time) => onChange({ ...value, time })} />
      </div>
    </fieldset>
  );
}
