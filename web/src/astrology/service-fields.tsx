import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../ui/field';
import { Tick } from '../ui/tick';
import { AREAS, ASKED_FOR, LIMITS, livingNeeded, WEEKDAYS, type Form } from './form';
import { TownField } from './town-field';
import type { Desk } from './types';

interface FieldsProps {
  desk: Desk;
  form: Form;
  change: (change: Partial<Form>) => void;
}

const MOST_AREAS = 3;

export function ServiceFields({ desk, form, change }: FieldsProps) {
  const { t } = useTranslation('astrology');
  if (!livingNeeded(form.service)) return null;
  const ofTheMatter = form.service === 'election' || form.service === 'express_answer';
  return (
    <fieldset className="stack-tight">
      <legend>{t('matter.title')}</legend>
      <div className="desk-fields">
        <TownField label={ofTheMatter ? t('matter.place') : t('matter.living')} value={form.living} onChange={(living) => change({ living })} />
        {form.service === 'money' ? (
          <TextField label={t('matter.month')} type="month" value={form.month} onChange={(month) => change({ month })} />
        ) : null}
        {form.service === 'express_answer' ? <Question desk={desk} form={form} change={change} /> : null}
        {form.service === 'election' ? <Election desk={desk} form={form} change={change} /> : null}
      </div>
      {form.service === 'election' ? <Weekdays form={form} change={change} /> : null}
      {form.service === 'sun_actions' ? <SunChoices form={form} change={change} /> : null}
    </fieldset>
  );
}

function Question({ desk, form, change }: FieldsProps) {
  const { t } = useTranslation('astrology');
  return (
    <>
      <SelectField label={t('matter.category')} value={form.category} onChange={(event) => change({ category: event.target.value })}>
        <option value="">{t('matter.choose')}</option>
        {desk.categories.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('matter.asked_for')} value={form.askedFor} onChange={(event) => change({ askedFor: event.target.value })}>
        {ASKED_FOR.map((one) => (
          <option key={one} value={one}>
            {t(`asked_for.${one}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function Election({ desk, form, change }: FieldsProps) {
  const { t } = useTranslation('astrology');
  return (
    <>
      <SelectField label={t('matter.event')} value={form.event} onChange={(event) => change({ event: event.target.value })}>
        <option value="">{t('matter.choose')}</option>
        {desk.events.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      {form.event === 'surgery' ? (
        <SelectField label={t('matter.body_sign')} value={form.bodySign} onChange={(event) => change({ bodySign: event.target.value })}>
          <option value="">{t('matter.choose')}</option>
          {desk.signs.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextField label={t('matter.first_day')} type="date" value={form.firstDay} onChange={(firstDay) => change({ firstDay })} />
      <TextField label={t('matter.last_day')} type="date" value={form.lastDay} onChange={(lastDay) => change({ lastDay })} />
      <TextField label={t('matter.from')} type="time" value={form.from} onChange={(from) => change({ from })} />
      <TextField label={t('matter.to')} type="time" value={form.to} onChange={(to) => change({ to })} />
    </>
  );
}

const toggled = <One,>(all: One[], one: One, on: boolean): One[] => (on ? [...all, one] : all.filter((other) => other !== one));

function Weekdays({ form, change }: { form: Form; change: (change: Partial<Form>) => void }) {
  const { t } = useTranslation('astrology');
  const { t: common } = useTranslation();
  const names = common('time.weekdays_short', { returnObjects: true }) as string[];
  return (
    <div role="group" aria-label={t('matter.weekdays')} className="ticks">
      {WEEKDAYS.map((day) => (
        <Tick
          key={day}
          isSelected={form.weekdays.includes(day)}
          onChange={(on) => change({ weekdays: toggled(form.weekdays, day, on).sort((a, b) => a - b) })}
        >
          {names[day % names.length]}
        </Tick>
      ))}
    </div>
  );
}

function SunChoices({ form, change }: { form: Form; change: (change: Partial<Form>) => void }) {
  const { t } = useTranslation('astrology');
  return (
    <>
      <p className="strong">{t('matter.areas')}</p>
      <div role="group" aria-label={t('matter.areas')} className="ticks">
        {AREAS.map((one) => (
          <Tick
            key={one}
            isSelected={form.areas.includes(one)}
            isDisabled={form.areas.length >= MOST_AREAS && !form.areas.includes(one)}
            onChange={(on) => change({ areas: toggled(form.areas, one, on) })}
          >
            {t(`area.${one}`)}
          </Tick>
        ))}
      </div>
      <p className="strong">{t('matter.limits')}</p>
      <div role="group" aria-label={t('matter.limits')} className="ticks">
        {LIMITS.map((one) => (
          <Tick key={one} isSelected={form.limits.includes(one)} onChange={(on) => change({ limits: toggled(form.limits, one, on) })}>
            {t(`limit.${one}`)}
          </Tick>
        ))}
      </div>
    </>
  );
}
