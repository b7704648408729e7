import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { ConsentedFeedback } from '../api/types';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Card, Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { PurposeField } from './purpose-field';
import type { Purpose } from './purposes';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** HAR-3.11b: what may be made of feedback. Each author sees in their account that their words were read. */
export function FeedbackPage() {
  const { t } = useTranslation('reviews');
  return (
    <Page title={t('desk.title')} lead={<p>{t('desk.lead')}</p>} width="text">
      <Research />
      <Consented />
    </Page>
  );
}

function Research() {
  const { t } = useTranslation('reviews');
  const [typed, setTyped] = useState('');
  const [month, setMonth] = useState<string | null>(null);
  return (
    <Card title={t('desk.research')}>
      <p>{t('desk.research_note')}</p>
      <TextField label={t('desk.month')} hint={t('desk.month_hint')} value={typed} onChange={setTyped} maxLength={7} autoComplete="off" />
      <div>
        <Button look="secondary" onPress={() => setMonth(typed)} isDisabled={!MONTH.test(typed)}>
          {t('desk.export')}
        </Button>
      </div>
      {month ? <Export key={month} month={month} /> : null}
    </Card>
  );
}

function Export({ month }: { month: string }) {
  const { t } = useTranslation('reviews');
  const pages = useCursor();
  const { cursor } = pages;
  const lines = useAsk(
    ['staff-research', month, cursor],
    () => outcomeOf(api.GET('/v1/staff/feedback/research', { params: { query: { month, ...(cursor ? { cursor } : {}) } } })),
    { staleMs: Infinity }, // every read is written down for the authors to see
  );
  return (
    <Answer of={lines}>
      {(page) => (
        <>
          {page.items.length === 0 ? <p className="soft">{t('desk.none')}</p> : null}
          <ul className="lines">
            {page.items.map((line, at) => (
              <li key={at} className="stack-tight">
                <p className="soft small">{t(`about.${line.about}`)}</p>
                <p className="message">{line.words}</p>
              </li>
            ))}
          </ul>
          <PageTurner pages={pages} next={page.next} />
          <ClauseNote clause={page.clause} />
        </>
      )}
    </Answer>
  );
}

function Consented() {
  const { t } = useTranslation('reviews');
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  return (
    <Card title={t('desk.named')}>
      <p>{t('desk.named_note')}</p>
      <PurposeField value={purpose} onChange={setPurpose} />
      {purpose ? <Waiting key={purpose} purpose={purpose} /> : null}
    </Card>
  );
}

function Waiting({ purpose }: { purpose: Purpose }) {
  const { t } = useTranslation('reviews');
  const pages = useCursor();
  const { cursor } = pages;
  const list = useAsk(
    ['staff-testimonies', purpose, cursor],
    () => outcomeOf(api.GET('/v1/staff/testimonies', { params: { query: { purpose, ...(cursor ? { cursor } : {}) } } })),
    { staleMs: Infinity },
  );
  return (
    <Answer of={list}>
      {(page) => (
        <>
          {page.items.length === 0 ? <p className="soft">{t('desk.none')}</p> : null}
          <ul className="lines">
            {page.items.map((one) => (
              <Line key={one.id} one={one} again={'again' in list ? list.again : () => undefined} />
            ))}
          </ul>
          <PageTurner pages={pages} next={page.next} />
        </>
      )}
    </Answer>
  );
}

function Line({ one, again }: { one: ConsentedFeedback; again: () => void }) {
  const { t } = useTranslation('reviews');
  const moments = useMoments();
  const params = (key: string) => ({ params: { path: { id: one.id }, header: { 'Idempotency-Key': key } } });
  const act = useAct<'publish' | 'withdraw', unknown>((what, key) =>
    what === 'publish'
      ? outcomeOf<unknown>(api.POST('/v1/staff/feedback/{id}/testimony', params(key)))
      : outcomeOf<unknown>(api.DELETE('/v1/staff/feedback/{id}/testimony', params(key))),
  );
  async function press(what: 'publish' | 'withdraw') {
    if ((await act.run(what))?.kind === 'value') again();
  }
  return (
    <li className="stack-tight">
      <p className="strong">{one.name ?? t('gone')}</p>
      <p className="message">{one.words ?? t('gone')}</p>
      <p className="soft small">
        {t('desk.consented', { at: moments.businessMoment(one.consented_at) })}
        {one.published_at ? ` · ${t('desk.published', { at: moments.businessMoment(one.published_at) })}` : ''}
      </p>
      <ActNote state={act.state} />
      <div>
        {one.published_at ? (
          <Button onPress={() => void press('withdraw')} busy={act.running}>
            {t('desk.take_down')}
          </Button>
        ) : (
          <Button look="secondary" onPress={() => void press('publish')} busy={act.running}>
            {t('desk.publish')}
          </Button>
        )}
      </div>
    </li>
  );
}
