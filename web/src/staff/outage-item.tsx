import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { Outage, OutagePaper } from '../api/types';
import { useAct } from '../api/use-act';
import { certificateAddress } from '../claims/send-file';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { instantOf } from '../ui/instant';
import { useMoments } from '../ui/moment';
import { CertificateUpload } from './outage-certificate';
import { When, type Wall } from './when-field';

interface Changing {
  mayWrite: boolean;
  onChanged: () => void;
}

export function OutageItem({ outage, mayWrite, onChanged }: { outage: Outage } & Changing) {
  const { t } = useTranslation(['staff', 'common']);
  const moments = useMoments();
  const from = moments.businessMoment(outage.from);
  return (
    <li className="card stack-tight">
      <div className="row">
        <h2>{t(`common:status.kind.${outage.kind}`)}</h2>
        <span className="chip" data-tone={outage.closed_at ? 'good' : 'warn'}>
          {outage.closed_at ? t('outages.closed') : t('outages.open')}
        </span>
      </div>
      <p className="strong">
        {outage.until ? t('common:status.from_to', { from, until: moments.businessMoment(outage.until) }) : t('common:status.since', { from })}
      </p>
      {outage.prolongations.map((one) => (
        <p key={one.at} className="soft">
          {t('outages.prolonged', { at: moments.businessMoment(one.at), from: moments.businessMoment(one.from), until: moments.businessMoment(one.until) })}
        </p>
      ))}
      <p>{t('outages.counts', { found: outage.bookings, off: outage.called_off })}</p>
      <p className="soft">
        {t('outages.opened', { at: moments.businessMoment(outage.opened_at) })} · {t('outages.owner')} <span className="code">{outage.owner}</span>
      </p>
      {outage.papers.map((paper) => (
        <Paper key={paper.what} id={outage.id} paper={paper} mayWrite={mayWrite} onChanged={onChanged} />
      ))}
      {outage.closed_at ? (
        <p>{t('outages.remedy_was', { at: moments.businessMoment(outage.closed_at), remedy: outage.remedy ?? '' })}</p>
      ) : mayWrite ? (
        <>
          {outage.kind === 'force_majeure' ? <Prolonging id={outage.id} onChanged={onChanged} /> : null}
          <Closing id={outage.id} onChanged={onChanged} />
        </>
      ) : null}
    </li>
  );
}

/** The same force majeure with a later end; what it touches then is found and told. */
function Prolonging({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { t } = useTranslation('staff');
  const { business } = useMoments();
  const [until, setUntil] = useState<Wall>({ day: '', time: '' });
  const prolong = useAct((wanted: string, key) =>
    outcomeOf(
      api.POST('/v1/staff/outages/{id}/prolongation', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { until: wanted } }),
    ),
  );
  async function send() {
    const outcome = await prolong.run(instantOf(until.day, until.time, business));
    if (outcome?.kind === 'value') onChanged();
  }
  return (
    <details>
      <summary>{t('outages.prolong')}</summary>
      <div className="stack">
        <When label={t('outages.until')} value={until} onChange={setUntil} />
        <p className="soft">{t('outages.zone')}</p>
        <ActNote state={prolong.state} />
        <div>
          <Button onPress={() => void send()} busy={prolong.running} isDisabled={until.day === '' || until.time === ''}>
            {t('outages.prolong_now')}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** HAR-6.1a: an outage is closed by saying what was done about it. */
function Closing({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { t } = useTranslation('staff');
  const [remedy, setRemedy] = useState('');
  const close = useAct((text: string, key) =>
    outcomeOf(api.POST('/v1/staff/outages/{id}/closing', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { remedy: text } })),
  );
  async function send() {
    const outcome = await close.run(remedy.trim());
    if (outcome?.kind === 'value') onChanged();
  }
  return (
    <details>
      <summary>{t('outages.close')}</summary>
      <div className="stack">
        <TextField label={t('outages.remedy')} hint={t('outages.remedy_hint')} lines={2} maxLength={2000} value={remedy} onChange={setRemedy} />
        <ActNote state={close.state} />
        <div>
          <Button onPress={() => void send()} busy={close.running} isDisabled={remedy.trim() === ''}>
            {t('outages.close_now')}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** HAR-7.2a, HAR-7.3a: each is a promise of its own on the board; giving it here keeps that promise. */
function Paper({ id, paper, mayWrite, onChanged }: { id: string; paper: OutagePaper } & Changing) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const [text, setText] = useState('');
  const give = useAct((words: string, key) =>
    outcomeOf(
      api.POST('/v1/staff/outages/{id}/papers', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { what: paper.what, text: words } }),
    ),
  );
  async function send() {
    const outcome = await give.run(text.trim());
    if (outcome?.kind === 'value') onChanged();
  }
  const due = moments.businessMoment(paper.due_at);
  return (
    <div className="stack-tight">
      <div className="row">
        <h3>{t(`outages.paper.${paper.what}`)}</h3>
        <span className="chip" data-tone={paper.late ? 'bad' : paper.given_at ? 'good' : 'warn'}>
          {paper.given_at ? (paper.late ? t('outages.given_late') : t('outages.given')) : paper.late ? t('outages.overdue') : t('outages.awaited')}
        </span>
      </div>
      <p>{paper.given_at ? t('outages.given_at', { at: moments.businessMoment(paper.given_at), due }) : t('outages.due', { due })}</p>
      {paper.text ? <p className="soft">{paper.text}</p> : null}
      {paper.file ? (
        <a className="button" data-look="quiet" download href={certificateAddress(id)}>
          {t('outages.certificate_file')}
        </a>
      ) : null}
      {!paper.given_at && mayWrite && paper.what === 'certificate' ? <CertificateUpload id={id} onChanged={onChanged} /> : null}
      {!paper.given_at && mayWrite && paper.what === 'notice' ? (
        <>
          <TextField label={t(`outages.paper_text.${paper.what}`)} lines={2} maxLength={2000} value={text} onChange={setText} />
          <ActNote state={give.state} />
          <div>
            <Button onPress={() => void send()} busy={give.running} isDisabled={text.trim() === ''}>
              {t('outages.give')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
