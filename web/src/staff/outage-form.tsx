import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { NewOutage } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { instantOf } from '../ui/instant';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { Choices, Tick } from '../ui/tick';
import { OutagePreview } from './outage-preview';
import { When } from './when-field';

const KINDS = ['maintenance', 'failure', 'force_majeure'] as const;
type Kind = (typeof KINDS)[number];

/** First what it would do, then the declaration: what was looked at is what is declared. */
export function OutageForm({ onOpened }: { onOpened: () => void }) {
  const { t } = useTranslation('staff');
  const { business } = useMoments();
  const [kind, setKind] = useState<Kind>('maintenance');
  const [from, setFrom] = useState({ day: '', time: '' });
  const [until, setUntil] = useState({ day: '', time: '' });
  const [looked, setLooked] = useState<NewOutage | null>(null);
  const [sure, setSure] = useState(false);
  const preview = useAct((query: NewOutage) => outcomeOf(api.GET('/v1/staff/outages/preview', { params: { query } })));
  const open = useAct((body: NewOutage, key) => outcomeOf(api.POST('/v1/staff/outages', { params: { header: { 'Idempotency-Key': key } }, body })));
  const complete = from.day !== '' && from.time !== '' && (until.day === '') === (until.time === '');

  function changed() {
    setLooked(null);
    setSure(false);
    preview.reset();
    open.reset();
  }
  async function look() {
    const wanted: NewOutage = { kind, from: instantOf(from.day, from.time, business) };
    if (until.day !== '') wanted.until = instantOf(until.day, until.time, business);
    const outcome = await preview.run(wanted);
    setLooked(outcome?.kind === 'value' ? wanted : null);
    setSure(false);
  }
  async function declare(wanted: NewOutage) {
    const outcome = await open.run(wanted);
    if (outcome?.kind !== 'value') return;
    setFrom({ day: '', time: '' });
    setUntil({ day: '', time: '' });
    changed();
    onOpened();
  }
  return (
    <Card title={t('outages.declare')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <Choices
          label={t('outages.kind')}
          value={kind}
          onChange={(value) => {
            setKind(KINDS.find((one) => one === value) ?? 'maintenance');
            changed();
          }}
          options={KINDS.map((one) => ({ value: one, title: t(`outages.kinds.${one}.name`), text: t(`outages.kinds.${one}.text`) }))}
        />
        <When label={t('outages.from')} value={from} onChange={(value) => (setFrom(value), changed())} />
        <When label={kind === 'failure' ? t('outages.until_if_known') : t('outages.until')} value={until} onChange={(value) => (setUntil(value), changed())} />
        <p className="soft">{t('outages.zone')}</p>
        <ActNote state={preview.state} />
        <div>
          <Button type="submit" busy={preview.running} isDisabled={!complete}>
            {t('outages.look')}
          </Button>
        </div>
      </form>
      {looked && preview.state.kind === 'value' ? (
        <div className="stack">
          <OutagePreview preview={preview.state.value} />
          <Tick isSelected={sure} onChange={setSure}>
            {t('outages.sure')}
          </Tick>
          <ActNote state={open.state} />
          <div>
            <Button look="primary" busy={open.running} isDisabled={!sure} onPress={() => void declare(looked)}>
              {t('outages.declare')}
            </Button>
          </div>
        </div>
      ) : null}
    </Card>
  );
}
