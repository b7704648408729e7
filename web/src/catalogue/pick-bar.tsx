import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Me, Money, Slot } from '../api/types';
import { ActNote } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';

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
  const take = useAct((body: { specialist_id: string; starts_at: string }, key) =>
    outcomeOf(api.POST('/v1/bookings', { params: { header: { 'Idempotency-Key': key } }, body })),
  );

  async function book() {
    const outcome = await take.run({ specialist_id: specialistId, starts_at: slot.starts_at });
    void client.invalidateQueries({ queryKey: ['slots', specialistId] });
    if (outcome?.kind === 'value') {
      client.setQueryData(['booking', outcome.value.id], outcome);
      await navigate({ to: '/bookings/$id/checkout', params: { id: outcome.value.id } });
    }
  }

  return (
    <>
      <ActNote state={take.state} />
      <div className="row">
        <Button look="primary" onPress={() => void book()} busy={take.running}>
          {take.running ? t('slots.booking') : t('slots.book')}
        </Button>
        <p className="small soft">{t('slots.hold')}</p>
      </div>
    </>
  );
}
