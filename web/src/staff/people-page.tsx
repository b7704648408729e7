import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { StaffPerson } from '../api/types';
import { PhoneField } from '../identity/phone-field';
import { readPhone } from '../identity/phone';
import { knownText } from '../i18n/known-text';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';

const PURPOSES = ['client_request', 'booking', 'payment', 'complaint', 'security', 'age_check', 'legal_duty'] as const;
type Purpose = (typeof PURPOSES)[number];

/** A person is found by their full phone number alone, and for a purpose, which they can read later. */
export function PeoplePage() {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  const find = useAct((body: { phone: string; purpose: Purpose }, key) =>
    outcomeOf(api.POST('/v1/staff/people/search', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function search() {
    const phone = await readPhone(typed);
    setWrong(phone === null);
    if (phone !== null && purpose !== '') await find.run({ phone, purpose });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void search();
  }
  const found = find.state.kind === 'value' ? find.state.value : null;
  return (
    <Page title={t('people.title')} lead={<p>{t('people.lead')}</p>} width="text">
      <Card>
        <form className="stack" onSubmit={submit}>
          <PhoneField value={typed} onChange={setTyped} wrong={wrong} />
          <SelectField
            label={t('people.purpose')}
            hint={t('people.purpose_note')}
            value={purpose}
            onChange={(event) => setPurpose(PURPOSES.find((one) => one === event.target.value) ?? '')}
          >
            <option value="">{t('people.purpose_choose')}</option>
            {PURPOSES.map((one) => (
              <option key={one} value={one}>
                {t(`purpose.${one}`)}
              </option>
            ))}
          </SelectField>
          <div>
            <Button look="primary" type="submit" busy={find.running} isDisabled={purpose === ''}>
              {t('people.find')}
            </Button>
          </div>
        </form>
      </Card>
      <ActNote state={find.state} />
      {found && purpose !== '' ? <Found key={found.id} person={found} purpose={purpose} /> : null}
    </Page>
  );
}

function Found({ person, purpose }: { person: { id: string; role: string; phone_masked: string }; purpose: Purpose }) {
  const { t } = useTranslation('staff');
  const open = useAct((id: string) => outcomeOf(api.GET('/v1/staff/people/{id}', { params: { path: { id }, query: { purpose } } })));
  return (
    <Card title={knownText('staff', `role.${person.role}`) ?? person.role}>
      <p>
        {person.phone_masked} <span className="code soft">{person.id}</span>
      </p>
      {open.state.kind === 'value' ? (
        <PersonFacts person={open.state.value} again={() => void open.run(person.id)} />
      ) : (
        <>
          <Notice tone="calm">
            <p>{t('people.purpose_note')}</p>
          </Notice>
          <ActNote state={open.state} />
          <div>
            <Button look="primary" onPress={() => void open.run(person.id)} busy={open.running}>
              {t('people.open')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

function PersonFacts({ person, again }: { person: StaffPerson; again: () => void }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const facts: [string, string | undefined][] = [
    [t('people.name'), person.name],
    [t('people.phone'), person.phone],
    [t('people.email'), person.email ?? t('people.no_email')],
    [t('people.state'), knownText('staff', `state.${person.state}`) ?? person.state],
    [t('people.zone'), person.zone],
    [t('people.offer'), person.accepted_offer_version],
    [t('people.questionnaire'), person.questionnaire_complete ? t('people.filled') : t('people.not_filled')],
    [t('people.signed_in'), String(person.live_sessions)],
    [t('people.since'), moments.full(person.created_at)],
  ];
  return (
    <>
      {person.age_flag_raised_at ? (
        <Notice tone="warn">
          <p>{t('people.age_flag', { at: moments.full(person.age_flag_raised_at) })}</p>
          <AgeCheck id={person.id} cleared={again} />
        </Notice>
      ) : null}
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

/** Booking stays closed to somebody who gave an age below 18 until support has made sure of it (HAR-1.user.a). */
function AgeCheck({ id, cleared }: { id: string; cleared: () => void }) {
  const { t } = useTranslation('staff');
  const clear = useAct((person: string, key) =>
    outcomeOf(
      api.DELETE('/v1/staff/people/{id}/age-flag', {
        params: { path: { id: person }, query: { purpose: 'age_check' }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  async function press() {
    const outcome = await clear.run(id);
    if (outcome?.kind === 'value') cleared();
  }
  return (
    <>
      <ActNote state={clear.state} />
      <Button look="secondary" onPress={() => void press()} busy={clear.running}>
        {t('people.is_adult')}
      </Button>
    </>
  );
}
