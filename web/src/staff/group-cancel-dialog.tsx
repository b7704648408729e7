import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { GroupEvent } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** An event called off stays so, and everybody who holds a place is told. */
export function GroupCancelDialog({ event, onClose }: { event: GroupEvent; onClose: () => void }) {
  const { t } = useTranslation('groups');
  const client = useQueryClient();
  const cancel = useAct((_: null, key) =>
    outcomeOf(api.POST('/v1/staff/groups/{id}/cancellation', { params: { path: { id: event.id }, header: { 'Idempotency-Key': key } } })),
  );
  async function confirm() {
    const outcome = await cancel.run(null);
    await client.invalidateQueries({ queryKey: ['groups'] });
    if (outcome?.kind === 'value') onClose();
  }
  return (
    <Dialog title={t('desk.cancel_title')} open onClose={onClose} role="alertdialog">
      <p>{event.title}</p>
      <p>{t('desk.cancel_text', { places: event.capacity - event.places_left })}</p>
      <ActNote state={cancel.state} />
      <div className="actions">
        <Button look="danger" onPress={() => void confirm()} busy={cancel.running}>
          {t('desk.cancel_confirm')}
        </Button>
        <Button onPress={onClose}>{t('desk.cancel_keep')}</Button>
      </div>
    </Dialog>
  );
}
