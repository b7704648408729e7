import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Refusal } from '../api/outcome';
import type { Me, Money, Slot } from '../api/types';
import { ActNote } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { SafetyDialog } from './safety-dialog';

interface PickBarProps {
  specialistId: string;
  slot: Slot;
  price: Money;
  me: Me | null;
}

/** What was picked, and the step that comes next for this person: to sign in, the questionnaire, or to take the time. */
export function PickBar({ specialistId, slot, price, me }: PickBarProps) {
  const { t } = useTranslation('catalogue');
  const moments = useMoments();
  return (
    <div className="pick-bar" role="region" aria-label={t('slots.picked')}>
      <div>
        <p className="small soft">{t('slots.picked')}</p>
        <p className="strong">
          {moments.longDay(slot.starts_at)}, {moments.bothClocks(slot.starts_at)} · {formatMoney(price)}
        </p>
      </div>
      {me === null ? <SignInFirst /> : !me.questionnaire_complete ? <QuestionnaireFirst /> : <Take specialistId={specialistId} slot={slot} />}
    </div>
  );
}

function SignInFirst() {
  const { t } = useTranslation('catalogue');
  const next = useLocation().href;
  return (
    <>
      <p className="small">{t('book.sign_in_text')}</p>
      <div className="row">
        <ButtonLink to="/registration" search={{ next }} look="primary">
          {t('book.register')}
        </ButtonLink>
        <ButtonLink to="/sign-in" search={{ next }} look="secondary">
          {t('book.sign_in')}
        </ButtonLink>
      </div>
    </>
  );
}

function QuestionnaireFirst() {
  const { t } = useTranslation('catalogue');
  const next = useLocation().href;
  return (
    <div>
      <ButtonLink to="/questionnaire" search={{ next }} look="primary">
        {t('book.questionnaire')}
      </ButtonLink>
    </div>
  );
}

function Take({ specialistId, slot }: { specialistId: string; slot: Slot }) {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const client = useQueryClient();
  const take = useAct((body: { specialist_id: string; starts_at: string; confirms_safety?: true }, key) =>
    outcomeOf(api.POST('/v1/bookings', { params: { header: { 'Idempotency-Key': key } }, body })),
  );

  const [unconfirmed, setUnconfirmed] = useState<Refusal | null>(null);

  async function book(confirmed: boolean) {
    const outcome = await take.run({ specialist_id: specialistId, starts_at: slot.starts_at, ...(confirmed ? { confirms_safety: true } : {}) });
    if (outcome === null) return;
    setUnconfirmed(outcome.kind === 'refusal' && outcome.refusal.code === 'safety_confirmation_required' ? outcome.refusal : null);
    void client.invalidateQueries({ queryKey: ['slots', specialistId] });
    if (outcome.kind === 'value') {
      client.setQueryData(['booking', outcome.value.id], outcome);
      await navigate({ to: '/bookings/$id/checkout', params: { id: outcome.value.id } });
    }
  }

  return (
    <>
      {unconfirmed ? null : <ActNote state={take.state} />}
      <div className="row">
        <Button look="primary" onPress={() => void book(false)} busy={take.running}>
          {take.running ? t('slots.booking') : t('slots.book')}
        </Button>
        <p className="small soft">{t('slots.hold')}</p>
      </div>
      {unconfirmed ? (
        <SafetyDialog
          clause={unconfirmed.clause}
          busy={take.running}
          onConfirm={() => void book(true)}
          onClose={() => {
            setUnconfirmed(null);
            take.reset();
          }}
        />
      ) : null}
    </>
  );
}
