import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import type { Hours } from '../api/types';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';
import { Exceptions } from './exceptions';

export function HoursPage() {
  const { t } = useTranslation('practice');
  const hours = useAsk(['practice-hours'], () => outcomeOf(api.GET('/v1/practice/hours', {})));
  return (
    <Page title={t('hours.title')} width="text">
      <Answer of={hours}>
        {(value) => (
          <>
            <WeekForm hours={value} />
            <DurationForm hours={value} />
          </>
        )}
      </Answer>
      <Exceptions />
    </Page>
  );
}

interface Span {
  weekday: number;
  opens: string;
  closes: string;
}

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 7];

function WeekForm({ hours }: { hours: Hours }) {
  const { t } = useTranslation(['practice', 'common']);
  const moments = useMoments();
  const client = useQueryClient();
  const [week, setWeek] = useState<Span[]>(hours.week);
  const save = useAct((body: { week: Span[] }, key) =>
    outcomeOf(api.PUT('/v1/practice/hours', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function send() {
    const outcome = await save.run({ week });
    if (outcome?.kind === 'value') await client.invalidateQueries({ queryKey: ['practice-hours'] });
  }
  const change = (index: number, part: Partial<Span>) => setWeek(week.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <Card title={t('hours.week')}>
      <p className="soft small">{t('hours.zone', { zone: hours.zone })}</p>
      {MONDAY_FIRST.map((weekday) => (
        <fieldset key={weekday} className="stack-tight">
          <legend>{moments.words.weekdays[weekday % 7]}</legend>
          {week.map((span, index) =>
            span.weekday === weekday ? (
              <div className="hours-row" key={index}>
                <TextField label={t('hours.from')} type="time" value={span.opens} onChange={(opens) => change(index, { opens })} />
                <TextField label={t('hours.to')} type="time" value={span.closes} onChange={(closes) => change(index, { closes })} />
                <Button look="quiet" onPress={() => setWeek(week.filter((_, at) => at !== index))}>
                  {t('hours.remove')}
                </Button>
              </div>
            ) : null,
          )}
          <div>
            <Button look="quiet" onPress={() => setWeek([...week, { weekday, opens: '10:00', closes: '18:00' }])}>
              {t('hours.add')}
            </Button>
          </div>
        </fieldset>
      ))}
      <ActNote state={save.state} />
      {save.state.kind === 'value' ? <Saved /> : null}
      <div>
        <Button look="primary" onPress={() => void send()} busy={save.running}>
          {t('common:act.save')}
        </Button>
      </div>
    </Card>
  );
}

function DurationForm({ hours }: { hours: Hours }) {
  const { t } = useTranslation(['practice', 'common']);
  const client = useQueryClient();
  const [minutes, setMinutes] = useState(String(hours.duration_minutes));
  const save = useAct((body: { duration_minutes: number }, key) =>
    outcomeOf(api.PUT('/v1/practice/duration', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function send() {
    const outcome = await save.run({ duration_minutes: Number(minutes) });
    if (outcome?.kind === 'value') await client.invalidateQueries({ queryKey: ['practice-hours'] });
  }
  return (
    <Card title={t('duration.title')}>
      <TextField
        label={t('duration.label')}
        hint={t('duration.hint', { buffer: hours.buffer_minutes })}
        inputMode="numeric"
        value={minutes}
        onChange={(typed) => setMinutes(typed.replace(/\D/g, '').slice(0, 3))}
      />
      <ActNote state={save.state} />
      {save.state.kind === 'value' ? <Saved /> : null}
      <div>
        <Button look="primary" onPress={() => void send()} busy={save.running} isDisabled={minutes === ''}>
          {t('common:act.save')}
        </Button>
      </div>
    </Card>
  );
}

function Saved() {
  const { t } = useTranslation();
  return (
    <Notice tone="good" live>
      <p>{t('act.saved')}</p>
    </Notice>
  );
}
