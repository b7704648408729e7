import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import type { Contract } from '../api/types';
import { readAnew } from '../contracts/asks';
import { Decided, Standing } from '../contracts/decided';
import { Worth } from '../contracts/end-dialog';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { Card, Page } from '../ui/page';
import { Tick } from '../ui/tick';

const CODES = ['4.2.2', '4.2.7', '4.2.10', '4.2.15', '4.2.16'] as const;

/** One client's contract at the desk: how it stands, and what may be done about it. */
export function ContractDesk() {
  const { t } = useTranslation('contracts');
  const { id } = useParams({ from: '/staff/contract/$id' });
  const me = useMe();
  const contract = useAsk(['staff-contract', id], () =>
    outcomeOf(api.GET('/v1/staff/people/{id}/contract', { params: { path: { id } } })),
  );
  const decides = me?.role === 'administrator';
  return (
    <Page title={t('desk.contract')} lead={<p className="code">{id}</p>} width="text">
      <Answer of={contract}>
        {(value) => (
          <>
            <Standing contract={value} />
            {value.decided.map((one) => (
              <Decided key={one.id} one={one} />
            ))}
            {me?.role === 'finance' ? null : <Record id={id} />}
            {value.restriction ? <Lift id={id} contract={value} /> : null}
            {decides && !value.restriction ? <Restrict id={id} /> : null}
            {decides && !value.end ? <End id={id} /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Record({ id }: { id: string }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const [code, setCode] = useState<(typeof CODES)[number]>('4.2.16');
  const [account, setAccount] = useState('');
  const [evidence, setEvidence] = useState('');
  const record = useAct((body: { code: string; account: string; evidence?: { kind: 'message'; description: string } }, key) =>
    outcomeOf(api.POST('/v1/staff/people/{id}/breaches', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function send() {
    const item = evidence === '' ? {} : { evidence: { kind: 'message' as const, description: evidence } };
    const outcome = await record.run({ code, account, ...item });
    if (outcome?.kind !== 'value') return;
    setAccount('');
    setEvidence('');
    await readAnew(client);
  }
  return (
    <Card title={t('record.title')}>
      <p>{t('record.lead')}</p>
      <SelectField label={t('record.code')} value={code} onChange={(event) => setCode(CODES.find((one) => one === event.target.value) ?? code)}>
        {CODES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <TextField label={t('record.account')} value={account} onChange={setAccount} lines={4} maxLength={4000} />
      <TextField label={t('record.evidence')} hint={t('record.evidence_note')} value={evidence} onChange={setEvidence} lines={3} maxLength={4000} />
      <ActNote state={record.state} />
      {record.state.kind === 'value' ? <p role="status">{t('record.done')}</p> : null}
      <div>
        <Button look="secondary" onPress={() => void send()} busy={record.running} isDisabled={account === ''}>
          {t('record.send')}
        </Button>
      </div>
    </Card>
  );
}

function Restrict({ id }: { id: string }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const [reasons, setReasons] = useState('');
  const restrict = useAct((body: { reasons: string }, key) =>
    outcomeOf(api.POST('/v1/staff/people/{id}/restriction', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function send() {
    if ((await restrict.run({ reasons }))?.kind === 'value') await readAnew(client);
  }
  return (
    <Card title={t('restrict.title')}>
      <p>{t('restrict.lead')}</p>
      <TextField label={t('restrict.reasons')} hint={t('restrict.note')} value={reasons} onChange={setReasons} lines={3} maxLength={4000} />
      <ActNote state={restrict.state} />
      <div>
        <Button look="danger" onPress={() => void send()} busy={restrict.running} isDisabled={reasons === ''}>
          {t('restrict.send')}
        </Button>
      </div>
    </Card>
  );
}

function Lift({ id, contract }: { id: string; contract: Contract }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const [reasons, setReasons] = useState('');
  const [unfounded, setUnfounded] = useState(false);
  const lift = useAct((body: { unfounded: boolean; reasons: string }, key) =>
    outcomeOf(
      api.POST('/v1/staff/people/{id}/restriction/lifting', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
  async function send() {
    if ((await lift.run({ unfounded, reasons }))?.kind === 'value') await readAnew(client);
  }
  return (
    <Card title={t('lift.title')}>
      {contract.restriction?.of_breach ? (
        <Tick isSelected={unfounded} onChange={setUnfounded}>
          {t('lift.unfounded')}
        </Tick>
      ) : null}
      <TextField label={t('lift.reasons')} value={reasons} onChange={setReasons} lines={3} maxLength={4000} />
      <ActNote state={lift.state} />
      <div>
        <Button look="secondary" onPress={() => void send()} busy={lift.running} isDisabled={reasons === ''}>
          {t('lift.send')}
        </Button>
      </div>
    </Card>
  );
}

function End({ id }: { id: string }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const [reasons, setReasons] = useState('');
  const preview = useAct((of: string) =>
    outcomeOf(api.GET('/v1/staff/people/{id}/contract/end/preview', { params: { path: { id: of } } })),
  );
  const end = useAct((body: { preview: string; reasons: string }, key) =>
    outcomeOf(api.POST('/v1/staff/people/{id}/contract/end', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  const shown = preview.state.kind === 'value' ? preview.state.value : null;
  async function send(token: string) {
    if ((await end.run({ preview: token, reasons }))?.kind === 'value') await readAnew(client);
  }
  return (
    <Card title={t('end.by_provider')}>
      {shown ? (
        <>
          <Worth preview={shown} />
          <TextField label={t('restrict.reasons')} hint={t('restrict.note')} value={reasons} onChange={setReasons} lines={3} maxLength={4000} />
          <ActNote state={end.state} />
          <div>
            <Button look="danger" onPress={() => void send(shown.preview)} busy={end.running} isDisabled={reasons === ''}>
              {t('end.confirm')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <ActNote state={preview.state} />
          <Button look="secondary" onPress={() => void preview.run(id)} busy={preview.running}>
            {t('end.look')}
          </Button>
        </div>
      )}
    </Card>
  );
}
