import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { Booking, GivenFeedback } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Tick } from '../ui/tick';

/** HAR-3.11b: a publication with a name needs a consent of its own, which can be withdrawn at any time. */
export function NameConsent({ booking, one }: { booking: Booking; one: GivenFeedback }) {
  const { t } = useTranslation('reviews');
  const client = useQueryClient();
  const moments = useMoments();
  const withdraw = useAct((_: null, key) =>
    outcomeOf(
      api.DELETE('/v1/feedback/{id}/name-consent', { params: { path: { id: one.id }, header: { 'Idempotency-Key': key } } }),
    ),
  );
  async function press() {
    if ((await withdraw.run(null))?.kind !== 'value') return;
    await client.invalidateQueries({ queryKey: ['feedback', booking.id] });
  }
  if (one.name === undefined) return <Agree booking={booking} one={one} />;
  return (
    <div className="stack-tight">
      <p>
        {one.published_at
          ? t('consent.published', { name: one.name, at: moments.full(one.published_at) })
          : t('consent.given', { name: one.name })}
      </p>
      <ActNote state={withdraw.state} />
      <div>
        <Button onPress={() => void press()} busy={withdraw.running}>
          {t('consent.withdraw')}
        </Button>
      </div>
    </div>
  );
}

function Agree({ booking, one }: { booking: Booking; one: GivenFeedback }) {
  const { t } = useTranslation('reviews');
  const client = useQueryClient();
  const [wanted, setWanted] = useState(false);
  const [name, setName] = useState('');
  const agree = useAct((body: { name: string }, key) =>
    outcomeOf(
      api.PUT('/v1/feedback/{id}/name-consent', { params: { path: { id: one.id }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
  async function press() {
    const outcome = await agree.run({ name: name.trim() });
    if (outcome?.kind === 'value') await client.invalidateQueries({ queryKey: ['feedback', booking.id] });
  }
  return (
    <div className="stack-tight">
      <Tick isSelected={wanted} onChange={setWanted}>
        {t('consent.ask')}
      </Tick>
      {wanted ? (
        <>
          <TextField label={t('consent.name')} hint={t('consent.name_hint')} maxLength={60} value={name} onChange={setName} />
          <ActNote state={agree.state} />
          <div>
            <Button look="secondary" onPress={() => void press()} busy={agree.running} isDisabled={name.trim() === ''}>
              {t('consent.agree')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
