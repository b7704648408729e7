import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TONGUE_NAMES, tongueOf } from '../i18n/tongues';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { BirthFields } from './birth-fields';
import { missingIn, type Form } from './form';
import { ServiceFields } from './service-fields';
import { SERVICES, type Desk } from './types';

interface DeskFormProps {
  desk: Desk;
  form: Form;
  change: (change: Partial<Form>) => void;
  submit: () => void;
  running: boolean;
}

export function DeskForm({ desk, form, change, submit, running }: DeskFormProps) {
  const { t } = useTranslation('astrology');
  const [tried, setTried] = useState(false);
  const missing = missingIn(form);
  function press(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) submit();
  }
  return (
    <form className="card stack" onSubmit={press} noValidate>
      <div className="desk-fields">
        <SelectField
          label={t('form.service')}
          value={form.service}
          onChange={(event) => change({ service: SERVICES.find((one) => one === event.target.value) ?? 'natal_base' })}
        >
          {SERVICES.filter((one) => desk.services.includes(one)).map((one) => (
            <option key={one} value={one}>
              {t(`service.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('form.language')} value={form.language} onChange={(event) => change({ language: event.target.value })}>
          {desk.languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {TONGUE_NAMES[tongueOf(one) ?? 'ru']}
            </option>
          ))}
        </SelectField>
        <TextField label={t('form.for_whom')} hint={t('form.for_whom_hint')} value={form.forWhom} onChange={(forWhom) => change({ forWhom })} maxLength={100} />
      </div>
      <BirthFields form={form} change={change} />
      <ServiceFields desk={desk} form={form} change={change} />
      {tried && missing.length > 0 ? (
        <p className="wrong-line" role="alert">
          {t('form.missing', { fields: missing.map((one) => t(`missing.${one}`)).join(', ') })}
        </p>
      ) : null}
      <div className="actions">
        <Button look="primary" type="submit" busy={running}>
          {t('form.draft')}
        </Button>
      </div>
      <p className="soft small">{t('form.nothing_kept')}</p>
    </form>
  );
}
