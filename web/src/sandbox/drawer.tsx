import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { setServerClock } from '../ui/now';

const STEPS = [
  { seconds: 300, name: 'five_minutes' },
  { seconds: 3600, name: 'hour' },
  { seconds: 12 * 3600, name: 'half_day' },
  { seconds: 24 * 3600, name: 'day' },
] as const;

const MESSAGES_SHOWN = 8;

export function Drawer() {
  return (
    <div className="drawer">
      <div className="drawer-inner">
        <div className="stack">
          <Clock />
          <People />
        </div>
        <Messages />
      </div>
    </div>
  );
}

function Clock() {
  const { t } = useTranslation('sandbox');
  const client = useQueryClient();
  const move = useAct((seconds: number) => outcomeOf(api.PUT('/sandbox/clock', { body: { advance_seconds: seconds } })));
  async function run(seconds: number) {
    const outcome = await move.run(seconds);
    if (outcome?.kind !== 'value') return;
    setServerClock(outcome.value.now);
    await client.invalidateQueries();
  }
  return (
    <section className="stack-tight">
      <h2>{t('clock')}</h2>
      <div className="row">
        {STEPS.map((step) => (
          <Button key={step.name} onPress={() => void run(step.seconds)} isDisabled={move.running}>
            {t(`step.${step.name}`)}
          </Button>
        ))}
      </div>
      <ActNote state={move.state} />
    </section>
  );
}

function People() {
  const { t } = useTranslation('sandbox');
  const people = useAsk(['sandbox-people'], () => outcomeOf(api.GET('/sandbox/people', {})), { pollMs: 10_000 });
  return (
    <details>
      <summary className="strong">{t('people')}</summary>
      <Answer of={people}>
        {({ items }) => (
          <ul className="lines">
            {items.map((person) => (
              <li key={person.id} className="small">
                <span className="strong">{person.name ?? person.phone}</span>{' '}
                <span className="chip">{knownText('sandbox', `role.${person.role}`) ?? person.role}</span>
                <br />
                <span className="code">{person.phone}</span>
                {person.totp_code ? <span className="code"> · {t('totp', { code: person.totp_code })}</span> : null}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </details>
  );
}

function Messages() {
  const { t } = useTranslation('sandbox');
  const moments = useMoments();
  const outbox = useAsk(['sandbox-outbox'], () => outcomeOf(api.GET('/sandbox/outbox', {})), { pollMs: 2000 });
  return (
    <section className="stack-tight">
      <h2>{t('messages')}</h2>
      <Answer of={outbox}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('no_messages')}</p>
          ) : (
            <ul className="lines">
              {items.slice(0, MESSAGES_SHOWN).map((message) => (
                <li key={message.id} className="message small">
                  <span className="soft">
                    {message.destination} · {moments.time(message.at)}
                  </span>
                  <br />
                  {message.title ? <span className="strong">{message.title} </span> : null}
                  {message.body}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
