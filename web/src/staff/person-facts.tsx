import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { StaffPerson } from '../api/types';
import { useAct } from '../api/use-act';
import { knownText } from '../i18n/known-text';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';

/** What is sealed of a person, opened, beside what is not. */
export function PersonFacts({ person, again }: { person: StaffPerson; again: () => void }) {
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
      {person.role === 'client' ? (
        <p>
          <Link to="/staff/contract/$id" params={{ id: person.id }}>
            {t('people.contract')}
          </Link>
        </p>
      ) : null}
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
