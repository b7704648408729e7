import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { instantOf } from '../ui/instant';
import { useMoments } from '../ui/moment';
import { useTick } from '../ui/now';
import { Card } from '../ui/page';
import { Choices } from '../ui/tick';

const DAY_MS = 86_400_000;
const HORIZON_MS = 60 * DAY_MS;

/** Days off and extra hours, beside the weekly hours. */
export function Exceptions() {
  const { t } = useTranslation('practice');
  const moments = useMoments();
  const client = useQueryClient();
  const from = new Date(Math.floor(useTick() / DAY_MS) * DAY_MS).toISOString();
  const to = new Date(Date.parse(from) + HORIZON_MS).toISOString();
  const calendar = useAsk(['practice-exceptions', from], () =>
    outcomeOf(api.GET('/v1/practice/calendar', { params: { query: { from, to } } })),
  );
  const refresh = () => client.invalidateQueries({ queryKey: ['practice-exceptions'] });
  const remove = useAct(async (id: string, key) => {
    const outcome = await outcomeOf(api.DELETE('/v1/practice/exceptions/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } }));
    await refresh();
    return outcome;
  });
  return (
    <Card title={t('exception.title')}>
      <Answer of={calendar}>
        {({ exceptions }) =>
          exceptions.length === 0 ? (
            <p className="soft">{t('exception.none')}</p>
          ) : (
            <ul className="lines">
              {exceptions.map((exception) => (
                <li key={exception.id} className="row-apart">
                  <span>
                    <span className="strong">{exception.open ? t('exception.open') : t('exception.closed')}</span>
                    <br />
                    {moments.full(exception.starts_at)} — {moments.full(exception.ends_at)}
                  </span>
                  <Button onPress={() => void remove.run(exception.id)} busy={remove.running}>
                    {t('exception.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <ActNote state={remove.state} />
      {calendar.kind === 'value' ? <NewException zone={calendar.value.zone} onMade={() => void refresh()} /> : null}
    </Card>
  );
}

function NewException({ zone, onMade }: { zone: string; onMade: () => void }) {
  const { t } = useTranslation('practice');
  const [open, setOpen] = useState('closed');
  const [day, setDay] = useState('');
  const [from, setFrom] = useState('00:00');
  const [to, setTo] = useState('23:59');
  const add = useAct((body: { starts_at: string; ends_at: string; open: boolean }, key) =>
    outcomeOf(api.POST('/v1/practice/exceptions', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function send() {
    const outcome = await add.run({ starts_at: instantOf(day, from, zone), ends_at: instantOf(day, to, zone), open: open === 'open' });
    if (outcome?.kind === 'value') onMade();
  }
  return (
    <div className="stack">
      <Choices
        label={t('exception.kind')}
        value={open}
        onChange={setOpen}
        options={[
          { value: 'closed', title: t('exception.closed') },
          { value: 'open', title: t('exception.open') },
        ]}
      />
      <TextField label={t('exception.day')} type="date" value={day} onChange={setDay} />
      <div className="hours-row">
        <TextField label={t('hours.from')} type="time" value={from} onChange={setFrom} />
        <TextField label={t('hours.to')} type="time" value={to} onChange={setTo} />
      </div>
      <ActNote state={add.state} />
      <div>
        <Button onPress={() => void send()} busy={add.running} isDisabled={day === ''}>
          {t('exception.add')}
        </Button>
      </div>
    </div>
  );
}
