import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { Claim } from '../api/types';
import { useAct } from '../api/use-act';
import { ActNote, Answer } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { useDraft } from '../ui/draft';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { keepClaim, useClaim } from './asks';
import { Files } from './files';
import { Thread } from './thread';

export function ClaimPage() {
  const { id } = useParams({ from: '/claims/$id' });
  return <Answer of={useClaim(id)}>{(claim) => <Details claim={claim} />}</Answer>;
}

function Details({ claim }: { claim: Claim }) {
  const { t, i18n } = useTranslation('claims');
  const client = useQueryClient();
  return (
    <Page
      title={t('one.title', { number: claim.number })}
      lead={claim.category ? <p>{t(`category.${claim.category}`)}</p> : undefined}
      width="text"
      back={<BackLink to="/claims">{t('list.title')}</BackLink>}
    >
      <Next claim={claim} />
      <Thread claim={claim} />
      <Files claim={claim} onSent={() => void client.invalidateQueries({ queryKey: ['claim', claim.id] })} />
      {claim.can.appeal ? <Appeal claim={claim} /> : null}
      {claim.can.write ? <Write claim={claim} /> : null}
      <div className="stack-tight">
        <p className="soft">{t('archive.text')}</p>
        <div>
          <a className="button" data-look="quiet" download href={`/v1/claims/${claim.id}/archive?lang=${i18n.language}`}>
            {t('archive.download')}
          </a>
        </div>
      </div>
    </Page>
  );
}

/** What happens next, by when and by which clause. */
function Next({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims');
  const waits = claim.state === 'open' || claim.state === 'appealed';
  const founded = claim.rulings.some((ruling) => ruling.refund.minor > 0);
  return (
    <Notice tone={waits ? 'calm' : 'plain'} title={t(`state.${claim.state}`)}>
      <NextWords claim={claim} founded={founded} />
      {waits ? <ClauseNote clause={claim.clause} /> : null}
      {claim.booking_id ? (
        <div className="row">
          <ButtonLink to="/bookings/$id" params={{ id: claim.booking_id }} look={founded ? 'primary' : 'secondary'}>
            {founded ? t('next.choose_act') : t('next.booking')}
          </ButtonLink>
          <ButtonLink to="/bookings/$id/record" params={{ id: claim.booking_id }} look="quiet">
            {t('next.record')}
          </ButtonLink>
        </div>
      ) : null}
    </Notice>
  );
}

function NextWords({ claim, founded }: { claim: Claim; founded: boolean }) {
  const { t } = useTranslation('claims');
  const moments = useMoments();
  const waits = claim.state === 'open' || claim.state === 'appealed';
  const decided = claim.state === 'ruled' || claim.state === 'final';
  return (
    <>
      {claim.standing === 'feedback' ? <p>{t('next.feedback')}</p> : null}
      {claim.standing === 'request' ? <p>{t('next.late')}</p> : null}
      {claim.state === 'appealed' ? <p>{t('next.appealed')}</p> : null}
      {waits ? <p>{t('next.answer_by', { at: moments.full(claim.answer_by) })}</p> : null}
      {claim.state === 'open' && claim.standing === 'disputed' ? <p>{t('next.held')}</p> : null}
      {claim.state === 'answered' ? <p>{t('next.answered')}</p> : null}
      {founded ? <p>{t('next.choose')}</p> : null}
      {decided && !founded ? <p>{t('next.decided')}</p> : null}
    </>
  );
}

function Write({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims');
  const client = useQueryClient();
  const [text, setText] = useDraft(`message:${claim.id}`);
  const send = useAct((body: { text: string }, key) =>
    outcomeOf(api.POST('/v1/claims/{id}/messages', { params: { path: { id: claim.id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function press() {
    const outcome = await send.run({ text });
    keepClaim(client, outcome);
    if (outcome?.kind === 'value') setText('');
  }
  return (
    <Card title={t('write.title')}>
      <TextField label={t('write.label')} lines={4} maxLength={4000} value={text} onChange={setText} />
      <ActNote state={send.state} />
      <div>
        <Button look="secondary" onPress={() => void press()} busy={send.running} isDisabled={text.trim() === ''}>
          {t('write.send')}
        </Button>
      </div>
    </Card>
  );
}

function Appeal({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims');
  const moments = useMoments();
  const client = useQueryClient();
  const [text, setText] = useDraft(`appeal:${claim.id}`);
  const send = useAct((body: { text: string }, key) =>
    outcomeOf(api.POST('/v1/claims/{id}/appeal', { params: { path: { id: claim.id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function press() {
    const outcome = await send.run({ text });
    keepClaim(client, outcome);
    if (outcome?.kind === 'value') setText('');
  }
  return (
    <Card title={t('appeal.title')}>
      <p>{t('appeal.text', { at: claim.appeal_until ? moments.full(claim.appeal_until) : '' })}</p>
      <TextField label={t('appeal.label')} lines={4} maxLength={4000} value={text} onChange={setText} />
      <ActNote state={send.state} />
      <div>
        <Button look="secondary" onPress={() => void press()} busy={send.running} isDisabled={text.trim() === ''}>
          {t('appeal.send')}
        </Button>
      </div>
    </Card>
  );
}
