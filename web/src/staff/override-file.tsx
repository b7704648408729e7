import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import type { Override } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';

/** An override with the reasons of both, and the word of the second person where one is waited for. */
export function OverrideFilePane({ one }: { one: Override }) {
  const { t } = useTranslation('staff');
  const me = useMe();
  const open = useAct((id: string) =>
    outcomeOf(api.GET('/v1/staff/overrides/{id}', { params: { path: { id }, query: { purpose: 'payment' } } })),
  );
  if (open.state.kind !== 'value') {
    return (
      <>
        <Notice tone="calm">
          <p>{t('people.purpose_note')}</p>
        </Notice>
        <ActNote state={open.state} />
        <div>
          <Button look="primary" onPress={() => void open.run(one.id)} busy={open.running}>
            {t('overrides.read')}
          </Button>
        </div>
      </>
    );
  }
  const file = open.state.value;
  const speaks = file.state === 'waits' && me?.role !== 'support' && me?.id !== file.asked_by;
  return (
    <>
      <p className="said">{file.reasons}</p>
      {file.second_reasons ? <p className="said">{file.second_reasons}</p> : null}
      {speaks ? <SecondWord id={file.id} /> : null}
    </>
  );
}

function SecondWord({ id }: { id: string }) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const [reasons, setReasons] = useState('');
  const find = useAct((body: { agrees: boolean; reasons: string }, key) =>
    outcomeOf(api.POST('/v1/staff/overrides/{id}/finding', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function say(agrees: boolean) {
    if ((await find.run({ agrees, reasons }))?.kind === 'value') await client.invalidateQueries({ queryKey: ['staff-overrides'] });
  }
  if (find.state.kind === 'value') {
    return <p role="status">{t(find.state.value.state === 'granted' ? 'overrides.done_granted' : 'overrides.declined')}</p>;
  }
  return (
    <>
      <TextField label={t('overrides.reasons')} hint={t('overrides.reasons_note')} value={reasons} onChange={setReasons} lines={4} maxLength={4000} />
      <ActNote state={find.state} />
      <div className="actions">
        <Button look="primary" onPress={() => void say(true)} busy={find.running} isDisabled={reasons === ''}>
          {t('overrides.agree')}
        </Button>
        <Button onPress={() => void say(false)} busy={find.running} isDisabled={reasons === ''}>
          {t('overrides.decline')}
        </Button>
      </div>
    </>
  );
}
