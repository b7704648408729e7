import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { Booking, FeedbackAbout, GivenFeedback } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { Choices } from '../ui/tick';
import { useFeedback } from './asks';
import { NameConsent } from './name-consent';

/** HAR-3.11a: what the client says after a held session. Nothing depends on it, and nobody is asked twice. */
export function FeedbackCard({ booking }: { booking: Booking }) {
  return booking.state === 'finished' ? <Said booking={booking} /> : null;
}

function Said({ booking }: { booking: Booking }) {
  const { t } = useTranslation('reviews');
  const feedback = useFeedback(booking.id);
  if (feedback.kind !== 'value') return null;
  const { given, may_give: open, clause } = feedback.value;
  if (given.length === 0 && open.length === 0) return null;
  return (
    <Card title={t('title')}>
      {given.map((one) => (
        <Given key={one.id} booking={booking} one={one} />
      ))}
      {open.length > 0 ? <Say key={open.join()} booking={booking} open={open} /> : null}
      <ClauseNote clause={clause} version={booking.terms_version} />
    </Card>
  );
}

function Given({ booking, one }: { booking: Booking; one: GivenFeedback }) {
  const { t } = useTranslation('reviews');
  const moments = useMoments();
  return (
    <section className="stack-tight">
      <h3>{t(`about.${one.about}`)}</h3>
      <p className="message">{one.words ?? t('gone')}</p>
      <p className="soft small">{t('given', { at: moments.full(one.given_at) })}</p>
      <NameConsent booking={booking} one={one} />
    </section>
  );
}

function Say({ booking, open }: { booking: Booking; open: FeedbackAbout[] }) {
  const { t } = useTranslation('reviews');
  const client = useQueryClient();
  const [about, setAbout] = useState<FeedbackAbout>(open[0] ?? 'session');
  const [words, setWords] = useState('');
  const send = useAct((body: { about: FeedbackAbout; words: string }, key) =>
    outcomeOf(
      api.POST('/v1/bookings/{id}/feedback', { params: { path: { id: booking.id }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
  async function press() {
    const outcome = await send.run({ about, words });
    if (outcome?.kind === 'value') await client.invalidateQueries({ queryKey: ['feedback', booking.id] });
  }
  return (
    <div className="stack">
      <p>{t('lead')}</p>
      {open.length > 1 ? (
        <Choices
          label={t('on')}
          value={about}
          onChange={(value) => setAbout(value === 'service' ? 'service' : 'session')}
          options={open.map((one) => ({ value: one, title: t(`about.${one}`) }))}
        />
      ) : null}
      <TextField label={t(`label.${about}`)} hint={t('hint')} lines={4} maxLength={2000} value={words} onChange={setWords} />
      <ActNote state={send.state} />
      <div>
        <Button look="secondary" onPress={() => void press()} busy={send.running} isDisabled={words.trim() === ''}>
          {t('send')}
        </Button>
      </div>
    </div>
  );
}
