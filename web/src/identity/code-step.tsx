import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { becomeSomebodyElse } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct, type ActState } from '../api/use-act';
import type { Challenge, Me } from '../api/types';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useTick } from '../ui/now';
import { showPhone } from '../ui/phone';
import { countdown } from '../ui/time';
import { listenForCode } from './web-otp';

interface CodeStepProps {
  phone: string;
  challenge: Challenge;
  onAgain: () => void;
  /** How asking for a new code ended. */
  again: ActState<Challenge>;
  onOtherPhone: () => void;
  onDone: (me: Me) => void;
}

const CODE_DIGITS = 6;

/** The code from the SMS: typed, pasted, or handed over by the phone itself. */
export function CodeStep({ phone, challenge, onAgain, again, onOtherPhone, onDone }: CodeStepProps) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const enter = useAct((body: { challenge_id: string; code: string }, key) =>
    outcomeOf(api.POST('/v1/sessions', { params: { header: { 'Idempotency-Key': key } }, body })),
  );

  async function send(digits: string) {
    const outcome = await enter.run({ challenge_id: challenge.challenge_id, code: digits });
    if (outcome?.kind === 'value') {
      becomeSomebodyElse(client, outcome.value);
      onDone(outcome.value);
    }
  }
  function change(typed: string) {
    const digits = typed.replace(/\D/g, '').slice(0, CODE_DIGITS);
    setCode(digits);
    if (digits.length === CODE_DIGITS && digits !== code) void send(digits);
  }
  useEffect(() => listenForCode(setCode), [challenge.challenge_id]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void send(code);
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('code.sent', { phone: showPhone(phone) })}</p>
      <TextField
        key={challenge.challenge_id}
        label={t('code.label')}
        look="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        name="code"
        maxLength={CODE_DIGITS}
        value={code}
        onChange={change}
        autoFocus
      />
      <ActNote state={enter.state} withClause={false} />
      <div>
        <Button look="primary" type="submit" busy={enter.running} isDisabled={code.length < CODE_DIGITS}>
          {t('code.enter')}
        </Button>
      </div>
      <ActNote state={again} withClause={false} />
      <Again challenge={challenge} onAgain={onAgain} onOtherPhone={onOtherPhone} />
    </form>
  );
}

function Again({ challenge, onAgain, onOtherPhone }: Pick<CodeStepProps, 'challenge' | 'onAgain' | 'onOtherPhone'>) {
  const { t } = useTranslation('identity');
  const wait = Date.parse(challenge.resend_at) - useTick();
  return (
    <div className="row">
      {wait > 0 ? (
        <p className="soft small">{t('code.again_in', { time: countdown(wait) })}</p>
      ) : (
        <Button look="quiet" onPress={onAgain}>
          {t('code.again')}
        </Button>
      )}
      <Button look="quiet" onPress={onOtherPhone}>
        {t('code.other_phone')}
      </Button>
    </div>
  );
}
