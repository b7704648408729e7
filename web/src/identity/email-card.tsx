import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Me } from '../api/types';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Card } from '../ui/page';

const CODE_DIGITS = 6;

/** HAR-4.4.3b: the address is asked for while there is none, and registered when the code that went there is entered. */
export function EmailCard({ me }: { me: Me }) {
  const { t } = useTranslation('account');
  const [changing, setChanging] = useState(false);
  const waiting = me.email_to_prove;
  if (waiting !== undefined && !changing) {
    return (
      <Card title={t('email')}>
        <Prove me={me} address={waiting} onOther={() => setChanging(true)} />
      </Card>
    );
  }
  if (me.email !== undefined && !changing) {
    return (
      <Card title={t('email')}>
        <div className="row-apart">
          <p>{t('email_registered', { email: me.email })}</p>
          <Button onPress={() => setChanging(true)}>{t('email_change')}</Button>
        </div>
      </Card>
    );
  }
  return (
    <Card title={me.email === undefined ? t('email_missing') : t('email')}>
      {me.role === 'client' ? <p>{t('email_why')}</p> : null}
      <Enter me={me} onSent={() => setChanging(false)} />
    </Card>
  );
}

function useSendCode(me: Me) {
  const client = useQueryClient();
  const act = useAct((email: string, key) =>
    outcomeOf(api.PUT('/v1/me/settings', { params: { header: { 'Idempotency-Key': key } }, body: { language: me.language, zone: me.zone, email } })),
  );
  async function send(email: string): Promise<boolean> {
    const outcome = await act.run(email);
    if (outcome?.kind !== 'value') return false;
    await client.invalidateQueries({ queryKey: ['me'] });
    return true;
  }
  return { ...act, send };
}

function Enter({ me, onSent }: { me: Me; onSent: () => void }) {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState('');
  const code = useSendCode(me);
  async function send() {
    if (await code.send(email.trim())) onSent();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }
  const wrong = code.state.kind === 'refusal' && code.state.refusal.errors.some((error) => error.path === 'email');
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('email_address')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        maxLength={254}
        wrong={wrong ? t('email_wrong') : undefined}
      />
      {wrong ? null : <ActNote state={code.state} withClause={false} />}
      <div>
        <Button look="primary" type="submit" busy={code.running} isDisabled={email.trim() === ''}>
          {t('email_send')}
        </Button>
      </div>
    </form>
  );
}

function Prove({ me, address, onOther }: { me: Me; address: string; onOther: () => void }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const again = useSendCode(me);
  const prove = useAct((digits: string, key) =>
    outcomeOf(api.POST('/v1/me/email/proof', { params: { header: { 'Idempotency-Key': key } }, body: { code: digits } })),
  );
  async function enter() {
    const outcome = await prove.run(code);
    if (outcome?.kind === 'value') await client.invalidateQueries({ queryKey: ['me'] });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void enter();
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('email_sent', { email: address })}</p>
      <TextField
        label={t('email_code')}
        look="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={CODE_DIGITS}
        value={code}
        onChange={(typed) => setCode(typed.replace(/\D/g, '').slice(0, CODE_DIGITS))}
      />
      <ActNote state={prove.state} withClause={false} />
      <ActNote state={again.state} withClause={false} />
      <div className="row">
        <Button look="primary" type="submit" busy={prove.running} isDisabled={code.length < CODE_DIGITS}>
          {t('email_confirm')}
        </Button>
        <Button look="quiet" onPress={() => void again.send(address)} busy={again.running}>
          {t('email_again')}
        </Button>
        <Button look="quiet" onPress={onOther}>
          {t('email_other')}
        </Button>
      </div>
    </form>
  );
}
