import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Me } from '../api/types';
import { speak } from '../i18n';
import { tongueOf, TONGUE_NAMES, TONGUES } from '../i18n/tongues';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';
import { Notice } from '../ui/notice';
import { Card } from '../ui/page';
import { deviceZone } from '../ui/time';

interface Settings {
  language: string;
  zone: string;
}

export function SettingsForm({ me }: { me: Me }) {
  const { t } = useTranslation(['account', 'common']);
  const client = useQueryClient();
  const [language, setLanguage] = useState(me.language);
  const [zone, setZone] = useState(me.zone);
  const save = useAct((body: Settings, key) =>
    outcomeOf(api.PUT('/v1/me/settings', { params: { header: { 'Idempotency-Key': key } }, body })),
  );

  async function send() {
    const outcome = await save.run({ language, zone });
    if (outcome?.kind !== 'value') return;
    const tongue = tongueOf(language);
    if (tongue) await speak(tongue);
    await client.invalidateQueries({ queryKey: ['me'] });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }
  return (
    <Card title={t('settings')}>
      <form className="stack" onSubmit={submit}>
        <SelectField label={t('language')} hint={t('language_hint')} value={language} onChange={(event) => setLanguage(event.target.value)}>
          {TONGUES.map((tongue) => (
            <option key={tongue} value={tongue} lang={tongue}>
              {TONGUE_NAMES[tongue]}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('zone')} hint={t('zone_hint')} value={zone} onChange={(event) => setZone(event.target.value)}>
          {zoneChoices(zone).map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <ActNote state={save.state} />
        {save.state.kind === 'value' ? (
          <Notice tone="good" live>
            <p>{t('common:act.saved')}</p>
          </Notice>
        ) : null}
        <div>
          <Button look="primary" type="submit" busy={save.running}>
            {t('common:act.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function zoneChoices(current: string): string[] {
  return [...new Set([current, deviceZone(), ...Intl.supportedValuesOf('timeZone')])];
}
