import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../ui/field';
import { birthNeeded, CERTAINTIES, type Form } from './form';
import { TownField } from './town-field';

export function BirthFields({ form, change }: { form: Form; change: (change: Partial<Form>) => void }) {
  const { t } = useTranslation('astrology');
  return (
    <fieldset className="stack-tight">
      <legend>{birthNeeded(form.service) ? t('birth.title') : t('birth.title_optional')}</legend>
      <div className="desk-fields">
        <TextField label={t('birth.date')} type="date" value={form.date} onChange={(date) => change({ date, choice: null })} />
        <TextField
          label={t('birth.time')}
          type="time"
          value={form.time}
          onChange={(time) => change({ time, choice: null })}
          isDisabled={form.certainty === 'unknown'}
        />
        <SelectField
          label={t('birth.certainty')}
          value={form.certainty}
          onChange={(event) => change({ certainty: CERTAINTIES.find((one) => one === event.target.value) ?? '' })}
        >
          {CERTAINTIES.map((one) => (
            <option key={one} value={one}>
              {one === '' ? t('birth.exact') : one === 'unknown' ? t('birth.unknown') : t('birth.within', { minutes: one })}
            </option>
          ))}
        </SelectField>
        <TownField label={t('birth.place')} value={form.place} onChange={(place) => change({ place, choice: null })} />
      </div>
    </fieldset>
  );
}
