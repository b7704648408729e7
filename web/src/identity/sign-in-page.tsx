import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Challenge } from '../api/types';
import { safeNext } from '../app/guard';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { Card, Page } from '../ui/page';
import { CodeStep } from './code-step';
import { PhoneField } from './phone-field';
import { readPhone } from './phone';

export function SignInPage() {
  const { t } = useTranslation('identity');
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [sent, setSent] = useState<{ phone: string; challenge: Challenge } | null>(null);
  const ask = useAct((body: { phone: string }, key) =>
    outcomeOf(api.POST('/v1/sign-in/codes', { params: { header: { 'Idempotency-Key': key } }, body })),
  );

  async function request() {
    const phone = await readPhone(typed);
    setWrong(phone === null);
    if (phone === null) return;
    const outcome = await ask.run({ phone });
    if (outcome?.kind === 'value') setSent({ phone, challenge: outcome.value });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void request();
  }
  return (
    <Page title={t('sign_in.title')} width="text">
      <Card>
        {sent ? (
          <CodeStep
            phone={sent.phone}
            challenge={sent.challenge}
            onAgain={() => void request()}
            again={ask.state}
            onOtherPhone={() => setSent(null)}
            onDone={(me) => void navigate({ to: safeNext(next, me) })}
          />
        ) : (
          <form className="stack" onSubmit={submit}>
            <PhoneField value={typed} onChange={setTyped} wrong={wrong} hint={t('sign_in.hint')} />
            <ActNote state={ask.state} />
            <div>
              <Button look="primary" type="submit" busy={ask.running}>
                {t('sign_in.send')}
              </Button>
            </div>
          </form>
        )}
      </Card>
      <p>
        {t('sign_in.new')}{' '}
        <Link to="/registration" search={next ? { next } : {}}>
          {t('sign_in.register')}
        </Link>
      </p>
    </Page>
  );
}
