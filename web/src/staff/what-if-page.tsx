import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import type { StaffEdition, WhatIf } from '../api/types';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { SelectField, TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { BackLink, Page } from '../ui/page';
import { WhatIfChart } from './what-if-chart';

interface Question {
  version: string;
  from: string;
  to: string;
}

/** Tries an edition on the past: nothing is written, people are counted and never named. */
export function WhatIfPage() {
  const { t } = useTranslation('staff');
  const [question, setQuestion] = useState<Question | null>(null);
  const editions = useAsk(['staff-editions'], () => outcomeOf(api.GET('/v1/staff/offers')));
  return (
    <Page title={t('what_if.title')} lead={<p>{t('what_if.lead')}</p>} back={<BackLink to="/staff/editions">{t('editions.title')}</BackLink>}>
      <Answer of={editions}>{({ items }) => <QuestionForm offers={items.filter((one) => one.document === 'offer')} ask={setQuestion} />}</Answer>
      {question ? <Result question={question} /> : null}
    </Page>
  );
}

function QuestionForm({ offers, ask }: { offers: StaffEdition[]; ask: (question: Question) => void }) {
  const { t } = useTranslation('staff');
  const [version, setVersion] = useState(offers[0]?.version ?? '');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask({ version, from, to });
      }}
    >
      <SelectField label={t('what_if.version')} value={version} onChange={(event) => setVersion(event.target.value)}>
        {offers.map((offer) => (
          <option key={offer.version} value={offer.version}>
            {offer.version}
          </option>
        ))}
      </SelectField>
      <TextField label={t('what_if.from')} type="date" value={from} onChange={setFrom} />
      <TextField label={t('what_if.to')} type="date" value={to} onChange={setTo} />
      <div>
        <Button look="primary" type="submit" isDisabled={version === '' || from === '' || to === ''}>
          {t('what_if.ask')}
        </Button>
      </div>
    </form>
  );
}

function Result({ question }: { question: Question }) {
  const answer = useAsk(
    ['what-if', question.version, question.from, question.to],
    () => outcomeOf(api.GET('/v1/staff/what-if', { params: { query: { ...question } } })),
    { staleMs: Infinity },
  );
  return <Answer of={answer}>{(value) => <Told answer={value} />}</Answer>;
}

function Told({ answer }: { answer: WhatIf }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  return (
    <div className="stack" aria-live="polite">
      <ul>
        <li>{t('what_if.sum', { decisions: answer.decisions, changed: answer.changed })}</li>
        <li>{t('what_if.money', { then: formatMoney(answer.refunds_then), now: formatMoney(answer.refunds_now) })}</li>
        <li>{t('what_if.people', { better: answer.people_better, worse: answer.people_worse })}</li>
      </ul>
      <WhatIfChart months={answer.months} />
      <DataTable
        label={t('what_if.changed')}
        rows={answer.items}
        rowKey={(item) => item.id}
        empty={t('what_if.none')}
        columns={[
          { title: t('decisions.when'), cell: (item) => moments.businessMoment(item.decided_at) },
          { title: t('decisions.kind'), cell: (item) => <span className="code">{item.kind}</span> },
          { title: t('decisions.clause'), cell: (item) => `${item.clause.number} (${item.clause.id})` },
          { title: t('what_if.then'), cell: (item) => (item.refund_then ? formatMoney(item.refund_then) : '—'), align: 'end' },
          { title: t('what_if.now'), cell: (item) => (item.refund_now ? formatMoney(item.refund_now) : '—'), align: 'end' },
        ]}
      />
    </div>
  );
}
