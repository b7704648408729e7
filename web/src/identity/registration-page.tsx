import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { Challenge, Edition } from '../api/types';
import { safeNext } from '../app/guard';
import { useEditions } from '../terms/asks';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';
import { Tick } from '../ui/tick';
import { CodeStep } from './code-step';
import { PhoneField } from './phone-field';
import { readPhone } from './phone';

export function RegistrationPage() {
  const { t } = useTranslation(['identity', 'catalogue', 'terms']);
  const { next } = useSearch({ from: '/registration' });
  const offers = useEditions();
  return (
    <Page title={t('register.title')} lead={<p>{t('register.lead')}</p>} width="text">
      <Answer of={offers}>
        {({ items }) => {
          const offer = items.find((edition) => edition.document === 'offer' && edition.in_force);
          return offer ? <Registration offer={offer} next={next} /> : null;
        }}
      </Answer>
      <p>
        {t('register.known')}{' '}
        <Link to="/sign-in" search={next ? { next } : {}}>
          {t('register.sign_in')}
        </Link>
      </p>
      <Notice>
        <p>{t('catalogue:no_psychiatry')}</p>
        <p>{t('terms:as_is')}</p>
      </Notice>
    </Page>
  );
}

function Registration({ offer, next }: { offer: Edition; next: string | undefined }) {
  const { i18n } = useTranslation('identity');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [boxes, setBoxes] = useState<Boxes>({ offer: false, adult: false, processing: false });
  const [sent, setSent] = useState<{ phone: string; challenge: Challenge } | null>(null);
  const register = useAct((phone: string, key) =>
    outcomeOf(
      api.POST('/v1/registrations', {
        params: { header: { 'Idempotency-Key': key } },
        body: {
          phone,
          offer_version: offer.version,
          offer_hash: offer.content_hash,
          language: i18n.language,
          accepts_offer: boxes.offer,
          declares_adult: boxes.adult,
          consents_to_processing: boxes.processing,
          declares_truth: boxes.adult,
        },
      }),
    ),
  );

  async function request() {
    const phone = await readPhone(typed);
    setWrong(phone === null);
    if (phone === null) return;
    const outcome = await register.run(phone);
    if (outcome?.kind === 'value') setSent({ phone, challenge: outcome.value });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void request();
  }
  return (
    <Card>
      {sent ? (
        <CodeStep
          phone={sent.phone}
          challenge={sent.challenge}
          onAgain={() => void request()}
          again={register.state}
          onOtherPhone={() => setSent(null)}
          onDone={(me) =>
            void (me.questionnaire_complete
              ? navigate({ to: safeNext(next, me) })
              : navigate({ to: '/questionnaire', search: next ? { next } : {} }))
          }
        />
      ) : (
        <form className="stack" onSubmit={submit}>
          <PhoneField value={typed} onChange={setTyped} wrong={wrong} />
          <AgreeBoxes offer={offer} boxes={boxes} onChange={setBoxes} />
          <ActNote state={register.state} />
          <Send busy={register.running} ready={boxes.offer && boxes.adult && boxes.processing} />
        </form>
      )}
    </Card>
  );
}

interface Boxes {
  offer: boolean;
  adult: boolean;
  processing: boolean;
}

/** Three separate agreements, none ticked beforehand; of age and truth (HAR-0d, HAR-4.2.4a) in one statement. */
function AgreeBoxes({ offer, boxes, onChange }: { offer: Edition; boxes: Boxes; onChange: (boxes: Boxes) => void }) {
  const { t } = useTranslation('identity');
  const moments = useMoments();
  return (
    <fieldset className="stack-tight">
      <legend>{t('register.boxes')}</legend>
      <div>
        <Tick isSelected={boxes.offer} onChange={(on) => onChange({ ...boxes, offer: on })}>
          {t('register.accept_offer', { date: moments.documentDate(offer.effective_at) })}
        </Tick>
        <Link to="/offers/$document/$version" params={{ document: 'offer', version: offer.version }} target="_blank" className="beside-tick">
          {t('register.read_offer')}
        </Link>
      </div>
      <Tick isSelected={boxes.adult} onChange={(on) => onChange({ ...boxes, adult: on })}>
        {t('register.adult')}
      </Tick>
      <div>
        <Tick isSelected={boxes.processing} onChange={(on) => onChange({ ...boxes, processing: on })}>
          {t('register.processing')}
        </Tick>
        <Link to="/offers/$document/$version" params={{ document: 'privacy', version: 'current' }} target="_blank" className="beside-tick">
          {t('register.read_privacy')}
        </Link>
      </div>
    </fieldset>
  );
}

function Send({ busy, ready }: { busy: boolean; ready: boolean }) {
  const { t } = useTranslation('identity');
  return (
    <div className="stack-tight">
      <div>
        <Button look="primary" type="submit" busy={busy} isDisabled={!ready}>
          {t('register.send')}
        </Button>
      </div>
      {ready ? null : <p className="soft small">{t('register.tick_all')}</p>}
    </div>
  );
}
