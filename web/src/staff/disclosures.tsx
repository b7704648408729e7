import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import type { Disclosure, DisclosureBody } from '../api/types';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { Choices, Tick } from '../ui/tick';

const GROUNDS = ['consent', 'law'] as const;
const KINDS = ['contact', 'account', 'bookings'] as const;
type Kind = (typeof KINDS)[number];

/** HAR-4.1.4a: who asks for this person's data, by what right, and what was given. Kept by administrators. */
export function Disclosures({ id }: { id: string }) {
  const me = useMe();
  const [opened, setOpened] = useState(false);
  const { t } = useTranslation('staff');
  if (me?.role !== 'administrator') return null;
  return (
    <Card title={t('disclosures.title')}>
      {opened ? (
        <Register id={id} />
      ) : (
        <div>
          <Button look="quiet" onPress={() => setOpened(true)}>
            {t('disclosures.open')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Register({ id }: { id: string }) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const key = ['disclosures', id];
  const list = useAsk(key, () => outcomeOf(api.GET('/v1/staff/people/{id}/disclosures', { params: { path: { id } } })), { staleMs: Infinity });
  const again = () => void client.invalidateQueries({ queryKey: key });
  return (
    <>
      <p className="soft">{t('disclosures.lead')}</p>
      <Answer of={list}>
        {({ items }) => (
          <ul className="lines">
            {items.map((one) => (
              <li key={one.id} className="stack-tight">
                <Line disclosure={one} onMade={again} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <Registration id={id} onRegistered={again} />
    </>
  );
}

function Line({ disclosure, onMade }: { disclosure: Disclosure; onMade: () => void }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const give = useAct((_: null, key) =>
    outcomeOf(api.POST('/v1/staff/disclosures/{id}/execution', { params: { path: { id: disclosure.id }, header: { 'Idempotency-Key': key } } })),
  );
  const { state } = give;
  return (
    <>
      <p className="strong">{disclosure.recipient ?? t('security.erased')}</p>
      <p className="soft small">
        {t(`disclosures.ground.${disclosure.ground}`)} · {disclosure.what.map((one) => t(`disclosures.kind.${one}`)).join(', ')} · {moments.businessMoment(disclosure.registered_at)}
      </p>
      {disclosure.basis ? <p>{disclosure.basis}</p> : null}
      {disclosure.ground === 'consent' ? <p>{t(`disclosures.consent.${disclosure.consent}`)}</p> : null}
      {disclosure.made_at ? (
        <p>{t('disclosures.made', { at: moments.businessMoment(disclosure.made_at) })}</p>
      ) : (
        <>
          <ActNote state={state} />
          {state.kind === 'value' ? (
            <>
              <pre className="code message">{JSON.stringify(state.value.data, null, 2)}</pre>
              <div>
                <Button look="quiet" onPress={onMade}>
                  {t('disclosures.hide')}
                </Button>
              </div>
            </>
          ) : (
            <div>
              <Button busy={give.running} onPress={() => void give.run(null)}>
                {t('disclosures.give')}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function Registration({ id, onRegistered }: { id: string; onRegistered: () => void }) {
  const { t } = useTranslation('staff');
  const [ground, setGround] = useState<DisclosureBody['ground']>('consent');
  const [recipient, setRecipient] = useState('');
  const [basis, setBasis] = useState('');
  const [what, setWhat] = useState<Kind[]>([]);
  const register = useAct((body: DisclosureBody, key) =>
    outcomeOf(api.POST('/v1/staff/people/{id}/disclosures', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function send() {
    const lawful = ground === 'law' && basis.trim() !== '';
    const outcome = await register.run({ ground, recipient: recipient.trim(), what, ...(lawful ? { basis: basis.trim() } : {}) });
    if (outcome?.kind !== 'value') return;
    setRecipient('');
    setBasis('');
    setWhat([]);
    onRegistered();
  }
  return (
    <details>
      <summary>{t('disclosures.register')}</summary>
      <div className="stack">
        <Choices
          label={t('disclosures.by')}
          value={ground}
          onChange={(value) => setGround(GROUNDS.find((one) => one === value) ?? 'consent')}
          options={GROUNDS.map((one) => ({ value: one, title: t(`disclosures.ground.${one}`), text: t(`disclosures.ground_text.${one}`) }))}
        />
        <TextField label={t('disclosures.recipient')} maxLength={200} value={recipient} onChange={setRecipient} />
        {ground === 'law' ? (
          <TextField label={t('disclosures.basis')} hint={t('disclosures.basis_hint')} lines={2} maxLength={2000} value={basis} onChange={setBasis} />
        ) : null}
        {KINDS.map((one) => (
          <Tick key={one} isSelected={what.includes(one)} onChange={(on) => setWhat(KINDS.filter((kind) => (kind === one ? on : what.includes(kind))))}>
            {t(`disclosures.kind.${one}`)}
          </Tick>
        ))}
        <ActNote state={register.state} />
        <div>
          <Button busy={register.running} isDisabled={recipient.trim() === '' || what.length === 0} onPress={() => void send()}>
            {t('disclosures.register_now')}
          </Button>
        </div>
      </div>
    </details>
  );
}
