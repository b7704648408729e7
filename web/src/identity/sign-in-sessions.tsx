import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { deviceName } from './device';

export function SignInSessions() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const moments = useMoments();
  const sessions = useAsk(['sign-in-sessions'], () => outcomeOf(api.GET('/v1/sessions', {})));
  const end = useAct(async (id: string, key) => {
    const outcome = await outcomeOf(api.DELETE('/v1/sessions/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key } } }));
    await client.invalidateQueries({ queryKey: ['sign-in-sessions'] });
    return outcome;
  });
  return (
    <Card title={t('sessions')}>
      <p className="soft">{t('sessions_hint')}</p>
      <Answer of={sessions}>
        {({ sessions: open }) => (
          <ul className="lines">
            {open.map((session) => (
              <li key={session.id} className="row-apart">
                <span>
                  {deviceName(session.device) ?? t('device_unknown')}{' '}
                  {session.current ? <span className="chip" data-tone="teal">{t('this_one')}</span> : null}
                  <br />
                  <span className="soft small">{t('session_seen', { at: moments.full(session.seen_at) })}</span>
                </span>
                {session.current ? null : (
                  <Button onPress={() => void end.run(session.id)} busy={end.running}>
                    {t('session_end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <ActNote state={end.state} />
    </Card>
  );
}
