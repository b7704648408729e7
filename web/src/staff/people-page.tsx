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
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';
import { useMoments } from '../ui/moment';

/** A person is found by phone alone; their data opens only with a purpose, which they can read. */
export function PeoplePage() {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const find = useAct((phone: string) => outcomeOf(api.GET('/v1/staff/people', { params: { path: {}, query: { phone } } })));
  async function search() {
    const phone = await readPhone(typed);
    setWrong(phone === null);
    if (phone !== null) await find.run(phone);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void search();
  }
  const found = find.state.kind === 'value' ? find.state.value.items : null;
  return (
    <Page title={t('people.title')} lead={<p>{t('people.lead')}</p>} width="text">
      <Card>
        <form className="stack" onSubmit={submit}>
          <PhoneField value={typed} onChange={setTyped} wrong={wrong} />
          <div>
            <Button look="primary" type="submit" busy={find.running}>
              {t('people.find')}
            </Button>
          </div>
        </form>
      </Card>
      <ActNote state={find.state} />
      {found?.length === 0 ? <p>{t('people.none')}</p> : null}
      {found?.map((person) => <Found key={person.id} id={person.id} role={person.role} />)}
    </Page>
  );
}

function Found({ id, role }: { id: string; role: string }) {
  const { t } = useTranslation('staff');
  const [purpose, setPurpose] = useState('');
  const open = useAct((why: string) => outcomeOf(api.GET('/v1/staff/people/{id}', { params: { path: { id }, query: { purpose: why } } })));
  return (
    <Card title={knownText('staff', `role.${role}`) ?? role}>
      <p className="code soft">{id}</p>
      {open.state.kind === 'value' ? (
        <PersonFacts person={open.state.value} />
      ) : (
        <>
          <Notice tone="calm">
            <p>{t('people.purpose_note')}</p>
          </Notice>
          <TextField label={t('people.purpose')} hint={t('people.purpose_hint')} value={purpose} onChange={setPurpose} maxLength={200} />
          <ActNote state={open.state} />
          <div>
            <Button look="primary" onPress={() => void open.run(purpose.trim())} busy={open.running} isDisabled={purpose.trim().length < 3}>
              {t('people.open')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

function PersonFacts({ person }: { person: StaffPerson }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  return (
    <dl className="facts">
      <dt>{t('people.name')}</dt>
      <dd>{person.display_name ?? '—'}</dd>
      <dt>{t('people.phone')}</dt>
      <dd>{person.phone}</dd>
      <dt>{t('people.email')}</dt>
      <dd>{person.email ?? '—'}</dd>
      <dt>{t('people.state')}</dt>
      <dd>{knownText('staff', `state.${person.state}`) ?? person.state}</dd>
      <dt>{t('people.zone')}</dt>
      <dd>{person.zone}</dd>
      <dt>{t('people.since')}</dt>
      <dd>{moments.full(person.created_at)}</dd>
    </dl>
  );
}
