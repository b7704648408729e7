import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { becomeSomebodyElse } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { safeNext } from '../app/guard';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Card, Page } from '../ui/page';
import { PhoneField } from './phone-field';
import { readPhone } from './phone';

export function StaffSignInPage() {
  const { t } = useTranslation('identity');
  const { next } = useSearch({ from: '/staff/sign-in' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [totp, setTotp] = useState('');
  const [wrong, setWrong] = useState(false);
  const enter = useAct((body: { phone: string; totp: string }, key) =>
    outcomeOf(api.POST('/v1/staff-sessions', { params: { header: { 'Idempotency-Key': key } }, body })),
  );

  async function request() {
    const phone = await readPhone(typed);
    setWrong(phone === null);
    if (phone === null) return;
    const outcome = await enter.run({ phone, totp });
    if (outcome?.kind !== 'value') return;
    becomeSomebodyElse(client, outcome.value);
    await navigate({ to: safeNext(next, outcome.value) });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void request();
  }
  return (
    <Page title={t('staff.title')} lead={<p>{t('staff.lead')}</p>} width="text">
      <Card>
        <form className="stack" onSubmit={submit}>
          <PhoneField value={typed} onChange={setTyped} wrong={wrong} />
          <TextField
            label={t('staff.totp')}
            hint={t('staff.totp_hint')}
            look="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            name="totp"
            maxLength={6}
            value={totp}
            onChange={(text) => setTotp(text.replace(/\D/g, ''))}
          />
          <ActNote state={enter.state} />
          <div>
            <Button look="primary" type="submit" busy={enter.running}>
              {t('staff.enter')}
            </Button>
          </div>
        </form>
      </Card>
      <p>
        {t('staff.client')} <Link to="/sign-in">{t('staff.client_sign_in')}</Link>
      </p>
    </Page>
  );
}
