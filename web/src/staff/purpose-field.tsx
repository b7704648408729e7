import { useTranslation } from 'react-i18next';
import { SelectField } from '../ui/field';
import { purposeOf, PURPOSES, type Purpose } from './purposes';

/** Why sealed data is opened: a word of the server's closed list, which the person reads later. */
export function PurposeField({ value, onChange }: { value: Purpose | ''; onChange: (value: Purpose | '') => void }) {
  const { t } = useTranslation('staff');
  return (
    <SelectField
      label={t('people.purpose')}
      hint={t('people.purpose_note')}
      value={value}
      onChange={(event) => onChange(purposeOf(event.target.value) ?? '')}
    >
      <option value="">{t('people.purpose_choose')}</option>
      {PURPOSES.map((one) => (
        <option key={one} value={one}>
          {t(`purpose.${one}`)}
        </option>
      ))}
    </SelectField>
  );
}
