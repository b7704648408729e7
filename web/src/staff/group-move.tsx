import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { instantOf } from '../ui/instant';

/** An event to another hour; the server tells everybody who holds a place. */
export function GroupMove({ id, onMoved }: { id: string; onMoved: () => void }) {
  const { t } = useTranslation('groups');
  const client = useQueryClient();
  const zone = useBrand()?.zone ?? 'Asia/Almaty';
  const [when, setWhen] = useState({ day: '', time: '' });
  const move = useAct((starts_at: string, key) =>
    outcomeOf(api.POST('/v1/staff/groups/{id}/moves', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { starts_at } })),
  );
  async function send() {
    const outcome = await move.run(instantOf(when.day, when.time, zone));
    if (outcome?.kind !== 'value') return;
    await client.invalidateQueries({ queryKey: ['groups'] });
    onMoved();
  }
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="hours-row">
        <TextField label={t('desk.new_day')} type="date" value={when.day} onChange={(day) => setWhen({ ...when, day })} />
        <TextField label={t('desk.new_time')} type="time" value={when.time} onChange={(time) => setWhen({ ...when, time })} />
      </div>
      <ActNote state={move.state} />
      <div>
        <Button type="submit" busy={move.running} isDisabled={when.day === '' || when.time === ''}>
          {t('desk.move')}
        </Button>
      </div>
    </form>
  );
}
