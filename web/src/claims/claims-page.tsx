import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useDraft } from '../ui/draft';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Card, Empty, Page } from '../ui/page';
import { keepClaim, useClaims } from './asks';

const WAITS = ['open', 'appealed'];

/** The client's claims and questions, and a place to ask one. */
export function ClaimsPage() {
  const { t } = useTranslation('claims');
  const moments = useMoments();
  return (
    <Page title={t('list.title')} lead={<p>{t('list.lead')}</p>} width="text">
      <Answer of={useClaims()}>
        {({ claims }) =>
          claims.length === 0 ? (
            <Empty title={t('list.empty_title')} text={t('list.empty_text')} />
          ) : (
            <ul className="lines">
              {claims.map((claim) => (
                <li key={claim.id} className="card stack-tight">
                  <h2>
                    <Link to="/claims/$id" params={{ id: claim.id }}>
                      {t('one.title', { number: claim.number })}
                    </Link>
                  </h2>
                  <p>
                    {t(`state.${claim.state}`)}
                    {WAITS.includes(claim.state) ? ` · ${t('list.answer_by', { at: moments.full(claim.answer_by) })}` : null}
                  </p>
                  <p className="soft small">
                    {claim.category ? t(`category.${claim.category}`) : t('list.question')} · {moments.full(claim.received_at)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <Ask />
    </Page>
  );
}

function Ask() {
  const { t } = useTranslation('claims');
  const client = useQueryClient();
  const go = useNavigate();
  const [text, setText] = useDraft(`question:${useMe()?.id ?? ''}`);
  const send = useAct((body: { text: string }, key) =>
    outcomeOf(api.POST('/v1/questions', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function press() {
    const outcome = await send.run({ text });
    keepClaim(client, outcome);
    if (outcome?.kind !== 'value') return;
    setText('');
    await go({ to: '/claims/$id', params: { id: outcome.value.id } });
  }
  return (
    <Card title={t('ask.title')}>
      <TextField label={t('ask.label')} hint={t('ask.hint')} lines={4} maxLength={4000} value={text} onChange={setText} />
      <ActNote state={send.state} />
      <div>
        <Button look="primary" onPress={() => void press()} busy={send.running} isDisabled={text.trim() === ''}>
          {t('ask.send')}
        </Button>
      </div>
    </Card>
  );
}
