import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Booking, RemedyBody } from '../api/types';
import { knownText } from '../i18n/known-text';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Card } from '../ui/page';
import { Choices } from '../ui/tick';
import { keepBooking } from './asks';
import { FreeTimeField } from './free-time-field';

/** The client chooses between what the clause offers: the money back, another time, or a free repeat. */
export function RemedyChoice({ booking }: { booking: Booking }) {
  const { t } = useTranslation('scheduling');
  const me = useMe();
  const moments = useMoments();
  const client = useQueryClient();
  const [choice, setChoice] = useState<RemedyBody['choice'] | null>(null);
  const [startsAt, setStartsAt] = useState('');
  const send = useAct((body: RemedyBody, key) =>
    outcomeOf(api.POST('/v1/bookings/{id}/remedy', { params: { path: { id: booking.id }, header: { 'Idempotency-Key': key } }, body })),
  );
  const remedy = booking.remedy;
  if (!remedy || me?.role !== 'client') return null;
  const needsTime = choice === 'move' || choice === 'repeat';
  const label = (key: string) => knownText('scheduling', `remedy.${key}`) ?? key;
  const confirm = async () => {
    if (choice === null) return;
    keepBooking(client, await send.run({ choice, ...(needsTime ? { starts_at: startsAt } : {}) }));
  };
  return (
    <Card title={t('remedy.title')} raised>
      <p>{t('remedy.text')}</p>
      {remedy.answer_by ? <p>{t('remedy.answer_by', { at: moments.full(remedy.answer_by) })}</p> : null}
      <Choices
        label={t('remedy.label')}
        value={choice}
        onChange={(value) => setChoice(remedy.choices.find((one) => one === value) ?? null)}
        options={remedy.choices.map((one) => ({
          value: one,
          title: one === 'refund' ? t('remedy.refund', { refund: formatMoney(remedy.refund) }) : label(one),
        }))}
      />
      {needsTime ? <FreeTimeField booking={booking} value={startsAt} onChange={setStartsAt} /> : null}
      <ClauseNote clause={remedy.clause} version={booking.terms_version} />
      <ActNote state={send.state} />
      <div>
        <Button look="primary" onPress={() => void confirm()} busy={send.running} isDisabled={choice === null || (needsTime && startsAt === '')}>
          {t('remedy.confirm')}
        </Button>
      </div>
    </Card>
  );
}
