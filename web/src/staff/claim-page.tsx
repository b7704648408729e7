import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf, type Outcome } from '../api/outcome';
import type { RulingBody, StaffCase } from '../api/types';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { Files } from '../claims/files';
import { Thread } from '../claims/thread';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { BackLink, Card, Page } from '../ui/page';
import { Choices } from '../ui/tick';

const FINDINGS = ['service_failure', 'specialist_failure', 'unfounded'] as const;

/** One case with the record of its session, and the decision. Opening it leaves a row that the client can see. */
export function StaffClaimPage() {
  const { id } = useParams({ from: '/staff/claims/$id' });
  const file = useAsk(['staff-claim', id], () =>
    outcomeOf(api.GET('/v1/staff/claims/{id}', { params: { path: { id }, query: { purpose: 'complaint' } } })),
  );
  return <Answer of={file}>{(value) => <Details file={value} />}</Answer>;
}

function useKeep(id: string) {
  const client = useQueryClient();
  return (outcome: Outcome<StaffCase> | null) => {
    if (outcome?.kind !== 'value') return;
    client.setQueryData(['staff-claim', id], outcome);
    void client.invalidateQueries({ queryKey: ['staff-claims'] });
  };
}

function Details({ file }: { file: StaffCase }) {
  const { t } = useTranslation('claims');
  const moments = useMoments();
  const client = useQueryClient();
  const { claim } = file;
  const waits = claim.state === 'open' || claim.state === 'appealed';
  const next = waits ? t('desk.answer_until', { at: moments.businessMoment(claim.answer_by) }) : t(`state.${claim.state}`);
  const decides = claim.booking_id !== undefined && ['open', 'answered', 'appealed'].includes(claim.state);
  return (
    <Page
      title={t('one.title', { number: claim.number })}
      lead={<p>{t('desk.one_lead', { standing: t(`standing.${claim.standing}`), next })}</p>}
      back={<BackLink to="/staff/claims">{t('desk.title')}</BackLink>}
    >
      <div className="two">
        <div className="stack">
          <Thread claim={claim} asStaff />
          <Files claim={claim} asStaff onSent={() => void client.invalidateQueries({ queryKey: ['staff-claim', claim.id] })} />
          {claim.can.write ? <Reply id={claim.id} /> : null}
          {decides ? <Rule id={claim.id} /> : null}
          {claim.court || claim.standing === 'question' ? null : <Court file={file} />}
        </div>
        <aside className="stack">
          <Session file={file} />
          <Money file={file} />
          <Archive id={claim.id} />
        </aside>
      </div>
    </Page>
  );
}

function Session({ file }: { file: StaffCase }) {
  const { t } = useTranslation('claims');
  const moments = useMoments();
  const { session } = file;
  if (!session) return null;
  return (
    <Card title={t('desk.session')}>
      <p>{moments.businessMoment(session.starts_at)}</p>
      <p>{session.attendance ? t(`attendance.${session.attendance as 'held'}`) : t('desk.not_closed')}</p>
      <DataTable
        label={t('desk.stays')}
        rows={session.stays}
        rowKey={(stay) => `${stay.who}-${stay.joined_at}`}
        empty={t('desk.no_stays')}
        columns={[
          { title: t('desk.who'), cell: (stay) => t(`who.${stay.who}`) },
          { title: t('desk.joined'), cell: (stay) => moments.businessMoment(stay.joined_at) },
          { title: t('desk.left'), cell: (stay) => (stay.left_at ? moments.businessMoment(stay.left_at) : '—') },
        ]}
      />
      {session.client_equipment ? (
        <p>{t(session.client_equipment.passed ? 'desk.equipment_passed' : 'desk.equipment_failed', { at: moments.businessMoment(session.client_equipment.checked_at) })}</p>
      ) : (
        <p className="soft">{t('desk.no_equipment')}</p>
      )}
      {session.connection ? <Connection of={session.connection} /> : null}
    </Card>
  );
}

/** Whose connection failed and for how long, as the server signed it. */
function Connection({ of }: { of: NonNullable<NonNullable<StaffCase['session']>['connection']> }) {
  const { t } = useTranslation('claims');
  const minutes = (seconds: number) => Math.floor(seconds / 60);
  return (
    <section className="stack-tight">
      <h3>{t('desk.connection')}</h3>
      <p className={of.side === 'service' ? 'strong' : undefined}>{t(`desk.connection_side.${of.side}`)}</p>
      <p className="soft small">
        {t('desk.connection_lost', {
          service: minutes(of.service_seconds),
          specialist: minutes(of.specialist_seconds),
          client: minutes(of.client_seconds),
          disputed: minutes(of.disputed_seconds),
        })}
      </p>
    </section>
  );
}

function Money({ file }: { file: StaffCase }) {
  const { t } = useTranslation(['claims', 'staff']);
  const moments = useMoments();
  if (file.money.length === 0) return null;
  return (
    <Card title={t('desk.money')}>
      <DataTable
        label={t('desk.money')}
        rows={file.money}
        rowKey={(line) => `${line.kind}-${line.at}`}
        empty={t('staff:empty')}
        columns={[
          { title: t('desk.kind'), cell: (line) => t(`staff:entry.${line.kind as 'capture'}`) },
          { title: t('desk.when'), cell: (line) => moments.businessMoment(line.at) },
          { title: t('desk.sum'), cell: (line) => formatMoney(line.amount) },
        ]}
      />
    </Card>
  );
}

/** Asking leaves a row that the client can see; the archive is fetched right after. */
function Archive({ id }: { id: string }) {
  const { t, i18n } = useTranslation('claims');
  const ask = useAct((_: null, key) =>
    outcomeOf(
      api.POST('/v1/staff/claims/{id}/exports', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { purpose: 'complaint' } }),
    ),
  );
  async function press() {
    const outcome = await ask.run(null);
    if (outcome?.kind === 'value') window.location.assign(`/v1/staff/exports/${outcome.value.id}?lang=${i18n.language}`);
  }
  return (
    <Card>
      <p className="soft">{t('archive.text')}</p>
      <ActNote state={ask.state} />
      <div>
        <Button look="quiet" onPress={() => void press()} busy={ask.running}>
          {t('archive.download')}
        </Button>
      </div>
    </Card>
  );
}

function Reply({ id }: { id: string }) {
  const { t } = useTranslation('claims');
  const keep = useKeep(id);
  const [text, setText] = useState('');
  const send = useAct((body: { text: string }, key) =>
    outcomeOf(api.POST('/v1/staff/claims/{id}/messages', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function press() {
    const outcome = await send.run({ text });
    keep(outcome);
    if (outcome?.kind === 'value') setText('');
  }
  return (
    <Card title={t('desk.reply')}>
      <TextField label={t('desk.reply_label')} lines={4} maxLength={4000} value={text} onChange={setText} />
      <ActNote state={send.state} />
      <div>
        <Button look="secondary" onPress={() => void press()} busy={send.running} isDisabled={text.trim() === ''}>
          {t('write.send')}
        </Button>
      </div>
    </Card>
  );
}

/** HAR-6.7a: only after both have written, and with a note that the client reads. */
function Court({ file }: { file: StaffCase }) {
  const { t } = useTranslation('claims');
  const { id } = file.claim;
  const keep = useKeep(id);
  const [note, setNote] = useState('');
  const mark = useAct((body: { note: string }, key) =>
    outcomeOf(api.POST('/v1/staff/claims/{id}/court', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  if (!file.may_go_to_court) {
    return (
      <Card title={t('court.title')}>
        <p className="soft">{t('court.not_yet')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('court.title')}>
      <p>{t('court.why')}</p>
      <TextField label={t('court.note')} hint={t('court.note_hint')} lines={4} maxLength={4000} value={note} onChange={setNote} />
      <ActNote state={mark.state} />
      <div>
        <Button look="secondary" onPress={() => void mark.run({ note }).then(keep)} busy={mark.running} isDisabled={note.trim() === ''}>
          {t('court.mark')}
        </Button>
      </div>
    </Card>
  );
}

function Rule({ id }: { id: string }) {
  const { t } = useTranslation('claims');
  const keep = useKeep(id);
  const [finding, setFinding] = useState<RulingBody['finding'] | null>(null);
  const [reasons, setReasons] = useState('');
  const [tenge, setTenge] = useState('');
  const founded = finding !== null && finding !== 'unfounded';
  const damage = Number(founded && tenge !== '' ? tenge : '0');
  const send = useAct((body: RulingBody, key) =>
    outcomeOf(api.POST('/v1/staff/claims/{id}/rulings', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function press() {
    if (finding === null) return;
    keep(await send.run({ finding, reasons, ...(damage > 0 ? { damage: { minor: damage * 100, currency: 'KZT' as const } } : {}) }));
  }
  return (
    <Card title={t('desk.rule')} raised>
      <Choices
        label={t('desk.finding')}
        value={finding}
        onChange={(value) => setFinding(FINDINGS.find((one) => one === value) ?? null)}
        options={FINDINGS.map((one) => ({ value: one, title: t(`finding.${one}`) }))}
      />
      <TextField label={t('desk.reasons')} hint={t('desk.reasons_hint')} lines={5} maxLength={4000} value={reasons} onChange={setReasons} />
      {founded ? <TextField label={t('desk.damage')} hint={t('desk.damage_hint')} value={tenge} onChange={setTenge} inputMode="numeric" /> : null}
      <ActNote state={send.state} />
      <div>
        <Button
          look="primary"
          onPress={() => void press()}
          busy={send.running}
          isDisabled={finding === null || reasons.trim() === '' || !Number.isSafeInteger(damage) || damage < 0}
        >
          {t('desk.decide')}
        </Button>
      </div>
    </Card>
  );
}
