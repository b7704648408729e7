import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Booking } from '../api/types';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { keepBooking } from './asks';

/** A move that waits for the other side's word. Without it the booking stands as it is. */
export function MoveRequests({ booking }: { booking: Booking }) {
  const { t } = useTranslation('scheduling');
  const me = useMe();
  const moments = useMoments();
  const client = useQueryClient();
  const answer = useAct((body: { move: string; accepts: boolean }, key) =>
    outcomeOf(
      api.POST('/v1/bookings/{id}/moves/{move_id}/answer', {
        params: { path: { id: booking.id, move_id: body.move }, header: { 'Idempotency-Key': key } },
        body: { accepts: body.accepts },
      }),
    ),
  );
  const move = booking.moves.find((one) => one.state === 'asked');
  if (!move) return null;
  const mine = move.asked_by === me?.role;
  const send = async (accepts: boolean) => keepBooking(client, await answer.run({ move: move.id, accepts }));
  return (
    <Card title={t('move.request_title')}>
      <p>{mine ? t('move.request_mine', { at: moments.full(move.starts_at) }) : t('move.request_theirs', { at: moments.full(move.starts_at) })}</p>
      <ActNote state={answer.state} />
      {mine ? null : (
        <div className="row">
          <Button look="primary" onPress={() => void send(true)} busy={answer.running}>
            {t('move.accept')}
          </Button>
          <Button onPress={() => void send(false)} busy={answer.running}>
            {t('move.decline')}
          </Button>
        </div>
      )}
    </Card>
  );
}
