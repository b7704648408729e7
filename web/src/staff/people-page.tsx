import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { FoundPerson } from '../api/types';
import { readPhone } from '../identity/phone';
import { knownText } from '../i18n/known-text';
import { ActNote } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { TextField } from '../ui/field';
import { Card, Page } from '../ui/page';
import { PurposeField } from './purpose-field';
import type { Purpose } from './purposes';

/** How the server writes the number of an order or of a booking. */
const NUMBER = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** How people say the number of a case; no telephone number is as short. */
const CASE_NUMBER = /^№?\s*([0-9]{1,6})$/;

type Sought = { phone: string } | { number: string };

/** What was typed, as a number of ours or as a whole phone; null when it is neither. */
async function sought(typed: string): Promise<Sought | null> {
  const number = typed.trim().toUpperCase();
  if (NUMBER.test(number)) return { number };
  const spoken = CASE_NUMBER.exec(number)?.[1];
  if (spoken) return { number: spoken };
  const phone = await readPhone(typed);
  return phone === null ? null : { phone };
}

/** A person is found by their whole phone or by the number of something that is theirs, and for a purpose, which they can read later. */
export function PeoplePage() {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  const find = useAct((body: Sought & { purpose: Purpose }, key) =>
    outcomeOf(api.POST('/v1/staff/people/search', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function search() {
    const what = await sought(typed);
    setWrong(what === null);
    if (what !== null && purpose !== '') await find.run({ ...what, purpose });
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
          <TextField
            label={t('people.who')}
            hint={t('people.who_hint')}
            wrong={wrong ? t('people.who_wrong') : undefined}
            value={typed}
            onChange={setTyped}
            maxLength={64}
            autoComplete="off"
          />
          <PurposeField value={purpose} onChange={setPurpose} />
          <div>
            <Button look="primary" type="submit" busy={find.running} isDisabled={purpose === ''}>
              {t('people.find')}
            </Button>
          </div>
        </form>
      </Card>
      <ActNote state={find.state} />
      {found && purpose !== '' ? <Found person={found} purpose={purpose} /> : null}
    </Page>
  );
}

function Found({ person, purpose }: { person: FoundPerson; purpose: Purpose }) {
  const { t } = useTranslation('staff');
  return (
    <Card title={knownText('staff', `role.${person.role}`) ?? person.role}>
      <p>
        {person.phone_masked ?? ''} <span className="code soft">{person.id}</span>
      </p>
      <p className="soft">{t('people.purpose_note')}</p>
      <div>
        <ButtonLink look="primary" to="/staff/people/$id" params={{ id: person.id }} search={{ purpose }} preload={false}>
          {t('people.open')}
        </ButtonLink>
      </div>
    </Card>
  );
}
