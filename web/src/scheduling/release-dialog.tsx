import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Booking } from '../api/types';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { keepBooking } from './asks';

/** A time that is held and not paid for is given up: there is no money to speak of, so no preview. */
export function ReleaseDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation('scheduling');
  const client = useQueryClient();
  const release = useAct((_: null, key) =>
    outcomeOf(
      api.POST('/v1/bookings/{id}/cancellation', {
        params: { path: { id: booking.id }, header: { 'Idempotency-Key': key } },
        body: {},
      }),
    ),
  );
  async function confirm() {
    const outcome = await release.run(null);
    keepBooking(client, outcome);
    if (outcome?.kind === 'value') onClose();
  }
  return (
    <Dialog title={t('release.title')} open onClose={onClose} role="alertdialog">
      <p>{t('release.text')}</p>
      <ActNote state={release.state} />
      <div className="actions">
        <Button look="danger" onPress={() => void confirm()} busy={release.running}>
          {t('release.confirm')}
        </Button>
        <Button onPress={onClose}>{t('release.keep')}</Button>
      </div>
    </Dialog>
  );
}
