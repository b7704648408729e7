import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/field';
import { loadPhones } from './phone';

interface PhoneFieldProps {
  value: string;
  onChange: (value: string) => void;
  wrong?: boolean;
  hint?: string | undefined;
}

export function PhoneField({ value, onChange, wrong = false, hint }: PhoneFieldProps) {
  const { t } = useTranslation('identity');
  return (
    <TextField
      label={t('phone.label')}
      hint={hint}
      wrong={wrong ? t('phone.wrong') : undefined}
      placeholder="+7 700 000 00 00"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      name="phone"
      value={value}
      onChange={onChange}
      onFocus={() => void loadPhones()}
    />
  );
}
