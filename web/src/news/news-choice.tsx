import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { NewsChoice } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote, Answer } from '../ui/answer';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import { Tick } from '../ui/tick';
import { useNewsChoice } from './asks';

/** HAR-4.1.2a: news outside of the account come only to those who asked for them, channel by channel. */
export function NewsChoiceCard() {
  const { t } = useTranslation('news');
  return (
    <Card title={t('choice.title')}>
      <p>{t('choice.lead')}</p>
      <Answer of={useNewsChoice()}>{(choice) => <Ticks choice={choice} />}</Answer>
      <p>
        <Link to="/news">{t('choice.read')}</Link>
      </p>
    </Card>
  );
}

function Ticks({ choice }: { choice: NewsChoice }) {
  const { t } = useTranslation('news');
  const moments = useMoments();
  const client = useQueryClient();
  const save = useAct((body: { email: boolean; sms: boolean }, key) =>
    outcomeOf(api.PUT('/v1/me/news-choice', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  const email = choice.email_since !== undefined;
  const sms = choice.sms_since !== undefined;
  async function choose(body: { email: boolean; sms: boolean }) {
    const outcome = await save.run(body);
    if (outcome?.kind === 'value') client.setQueryData(['news-choice'], outcome);
  }
  return (
    <div className="stack-tight">
      <Tick isSelected={email} isDisabled={save.running} onChange={(on) => void choose({ email: on, sms })}>
        {t('choice.email')}
        {choice.email_since ? <span className="soft small"> · {t('choice.since', { at: moments.full(choice.email_since) })}</span> : null}
      </Tick>
      {choice.has_email ? null : <p className="soft small">{t('choice.no_email')}</p>}
      <Tick isSelected={sms} isDisabled={save.running} onChange={(on) => void choose({ email, sms: on })}>
        {t('choice.sms')}
        {choice.sms_since ? <span className="soft small"> · {t('choice.since', { at: moments.full(choice.sms_since) })}</span> : null}
      </Tick>
      <ActNote state={save.state} />
      <ClauseNote clause={choice.clause} />
    </div>
  );
}
