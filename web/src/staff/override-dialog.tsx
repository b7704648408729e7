import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';

/** Gives the price of one session back although a clause keeps it; the reasons stay with the decision. */
export function OverrideDialog({ booking, onClose }: { booking: string; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const [reasons, setReasons] = useState('');
  const ask = useAct((body: { reasons: string }, key) =>
    outcomeOf(
      api.POST('/v1/staff/bookings/{id}/overrides', { params: { path: { id: booking }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
  async function send() {
    if ((await ask.run({ reasons }))?.kind !== 'value') return;
    await client.invalidateQueries({ queryKey: ['staff-bookings'] });
    await client.invalidateQueries({ queryKey: ['staff-overrides'] });
  }
  const done = ask.state.kind === 'value' ? ask.state.value.state : null;
  return (
    <Dialog title={t('overrides.ask')} open onClose={onClose}>
      <p>{t('overrides.ask_lead')}</p>
      {done ? (
        <p role="status">{t(done === 'waits' ? 'overrides.done_waits' : 'overrides.done_granted')}</p>
      ) : (
        <>
          <TextField label={t('overrides.reasons')} hint={t('overrides.reasons_note')} value={reasons} onChange={setReasons} lines={4} maxLength={4000} />
          <ActNote state={ask.state} />
          <div>
            <Button look="primary" onPress={() => void send()} busy={ask.running} isDisabled={reasons === ''}>
              {t('overrides.ask_send')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
