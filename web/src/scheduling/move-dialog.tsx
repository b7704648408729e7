import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import type { Booking, MovePreview } from '../api/types';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { keepBooking } from './asks';
import { FreeTimeField } from './free-time-field';

export function MoveDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation('scheduling');
  const moments = useMoments();
  const [startsAt, setStartsAt] = useState('');
  return (
    <Dialog title={t('move.title')} open onClose={onClose}>
      <p className="soft">{t('move.now', { at: moments.full(booking.starts_at) })}</p>
      <FreeTimeField booking={booking} value={startsAt} onChange={setStartsAt} />
      {startsAt === '' ? null : <Confirm booking={booking} startsAt={startsAt} onClose={onClose} />}
      <div className="actions">
        <Button onPress={onClose}>{t('move.keep')}</Button>
      </div>
    </Dialog>
  );
}

function Confirm({ booking, startsAt, onClose }: { booking: Booking; startsAt: string; onClose: () => void }) {
  const preview = useAsk(
    ['move-preview', booking.id, startsAt],
    () =>
      outcomeOf(
        api.GET('/v1/bookings/{id}/move/preview', { params: { path: { id: booking.id }, query: { starts_at: startsAt } } }),
      ),
    { staleMs: 0 },
  );
  return <Answer of={preview}>{(value) => <Consequence booking={booking} startsAt={startsAt} preview={value} onClose={onClose} />}</Answer>;
}

interface ConsequenceProps {
  booking: Booking;
  startsAt: string;
  preview: MovePreview;
  onClose: () => void;
}

function Consequence({ booking, startsAt, preview, onClose }: ConsequenceProps) {
  const { t } = useTranslation('scheduling');
  const moments = useMoments();
  const client = useQueryClient();
  const move = useAct((body: { starts_at: string; preview: string }, key) =>
    outcomeOf(api.POST('/v1/bookings/{id}/moves', { params: { path: { id: booking.id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function confirm() {
    const outcome = await move.run({ starts_at: startsAt, preview: preview.preview });
    keepBooking(client, outcome);
    if (outcome?.kind === 'value') onClose();
  }
  return (
    <>
      <Notice tone={preview.needs_consent ? 'warn' : 'calm'}>
        <p>{preview.needs_consent ? t('move.needs_consent') : t('move.free')}</p>
        {preview.refund_deadline && !preview.needs_consent ? (
          <p>{t('move.new_deadline', { at: moments.businessMoment(preview.refund_deadline.at) })}</p>
        ) : null}
        {preview.answer_until ? <p>{t('move.answer_until', { at: moments.businessMoment(preview.answer_until) })}</p> : null}
      </Notice>
      <ClauseNote clause={preview.clause} version={booking.terms_version} />
      <ActNote state={move.state} />
      <div>
        <Button look="primary" onPress={() => void confirm()} busy={move.running}>
          {preview.needs_consent ? t('move.ask') : t('move.confirm')}
        </Button>
      </div>
    </>
  );
}
