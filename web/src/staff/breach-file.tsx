import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { BreachFile } from '../api/types';
import { readAnew } from '../contracts/asks';
import { Decided } from '../contracts/decided';
import { knownText } from '../i18n/known-text';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { Tick } from '../ui/tick';

/** A breach with its sealed texts: opened for a purpose, which the client can read. */
export function BreachFilePane({ id }: { id: string }) {
  const { t } = useTranslation(['contracts', 'staff']);
  const open = useAct((breach: string) =>
    outcomeOf(api.GET('/v1/staff/breaches/{id}', { params: { path: { id: breach }, query: { purpose: 'security' } } })),
  );
  const [newer, setNewer] = useState<BreachFile | null>(null);
  const file = newer ?? (open.state.kind === 'value' ? open.state.value : null);
  if (!file) {
    return (
      <>
        <Notice tone="calm">
          <p>{t('staff:people.purpose_note')}</p>
        </Notice>
        <ActNote state={open.state} />
        <div>
          <Button look="primary" onPress={() => void open.run(id)} busy={open.running}>
            {t('desk.read')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Decided one={file.breach} />
      <p className="said">{file.account}</p>
      <ol className="stack-tight">
        {file.evidence.map((one) => (
          <li key={one.number}>
            <span className="soft small">{knownText('contracts', `evidence.${one.kind}`)}</span>
            <p className="said">{one.description}</p>
          </li>
        ))}
      </ol>
      <NextStep file={file} done={setNewer} />
    </>
  );
}

function NextStep({ file, done }: { file: BreachFile; done: (file: BreachFile) => void }) {
  const me = useMe();
  if (me?.role !== 'administrator') return null;
  if (!file.breach.ruling) return <Ruling file={file} done={done} />;
  if (file.breach.ruling.confirmed && !file.breach.demand) return <Demand file={file} done={done} />;
  return null;
}

function Ruling({ file, done }: { file: BreachFile; done: (file: BreachFile) => void }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const [reasons, setReasons] = useState('');
  const [sure, setSure] = useState(false);
  const rule = useAct((body: { confirms: boolean; reasons: string }, key) =>
    outcomeOf(
      api.POST('/v1/staff/breaches/{id}/ruling', { params: { path: { id: file.breach.id }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
  async function decide(confirms: boolean) {
    const outcome = await rule.run({ confirms, reasons });
    if (outcome?.kind !== 'value') return;
    done(outcome.value);
    await readAnew(client);
  }
  return (
    <>
      <TextField label={t('desk.reasons')} hint={t('desk.reasons_note')} value={reasons} onChange={setReasons} lines={4} maxLength={4000} />
      <Tick isSelected={sure} onChange={setSure}>
        {t('desk.sure')}
      </Tick>
      <ActNote state={rule.state} />
      <div className="actions">
        <Button look="danger" onPress={() => void decide(true)} busy={rule.running} isDisabled={!sure || reasons === ''}>
          {t('desk.confirm')}
        </Button>
        <Button onPress={() => void decide(false)} busy={rule.running} isDisabled={reasons === ''}>
          {t('desk.dismiss')}
        </Button>
      </div>
    </>
  );
}

function Demand({ file, done }: { file: BreachFile; done: (file: BreachFile) => void }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const [tenge, setTenge] = useState('');
  const damage = Number(tenge === '' ? '0' : tenge);
  const demand = useAct((body: { damage: { minor: number; currency: 'KZT' } }, key) =>
    outcomeOf(
      api.POST('/v1/staff/breaches/{id}/demand', { params: { path: { id: file.breach.id }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
  async function send() {
    const outcome = await demand.run({ damage: { minor: damage * 100, currency: 'KZT' } });
    if (outcome?.kind !== 'value') return;
    done(outcome.value);
    await readAnew(client);
  }
  return (
    <>
      <TextField label={t('demand.damage')} hint={t('demand.damage_note')} value={tenge} onChange={setTenge} inputMode="numeric" />
      <ActNote state={demand.state} />
      <div>
        <Button look="danger" onPress={() => void send()} busy={demand.running} isDisabled={!Number.isInteger(damage) || damage < 0}>
          {t('demand.send')}
        </Button>
      </div>
    </>
  );
}
