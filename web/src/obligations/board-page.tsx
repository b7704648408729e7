import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { Promised } from '../api/types';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { ClauseNote } from '../ui/clause';
import { SelectField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Page } from '../ui/page';
import { useQueue } from '../ui/queue';
import { PageTurner, useCursor } from '../ui/pages';
import { DayBars } from './day-bars';
import { PromiseChip } from './promise-chip';
import { PromiseDoor } from './promise-door';
import { CountingSteps } from './counting-steps';

const STATES = ['open', 'kept', 'lifted', 'all'] as const;
const OWNERS = ['system', 'specialist', 'support', 'finance', 'administrator'] as const;
type State = (typeof STATES)[number];
type Owner = (typeof OWNERS)[number];

/** Everything that the business owes: to whom, by when, and why. What is overdue comes first, because it was due first. */
export function BoardPage() {
  const { t } = useTranslation('obligations');
  const pages = useCursor();
  const queue = useQueue<HTMLOListElement>();
  const { cursor } = pages;
  const [state, setState] = useState<State>('open');
  const [owner, setOwner] = useState<Owner | ''>('');
  const board = useAsk(
    ['staff-obligations', state, owner, cursor],
    () => outcomeOf(api.GET('/v1/staff/obligations', { params: { query: { state, ...(owner ? { owner } : {}), ...(cursor ? { cursor } : {}) } } })),
    { pollMs: 30_000, keepPrevious: true },
  );
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>}>
      <DayBars />
      <div className="row">
        <SelectField
          label={t('state_label')}
          value={state}
          onChange={(event) => {
            setState(STATES.find((one) => one === event.target.value) ?? 'open');
            pages.restart();
          }}
        >
          {STATES.map((one) => (
            <option key={one} value={one}>
              {t(`state.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('owner_label')}
          value={owner}
          onChange={(event) => {
            setOwner(OWNERS.find((one) => one === event.target.value) ?? '');
            pages.restart();
          }}
        >
          <option value="">{t('owner.any')}</option>
          {OWNERS.map((one) => (
            <option key={one} value={one}>
              {t(`owner.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="soft keys-hint">{t('keys')}</p>
      <Answer of={board}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? <p className="soft">{t('empty')}</p> : null}
            <ol className="promises" aria-label={t('title')} ref={queue.ref} onKeyDown={queue.onKeyDown}>
              {items.map((promise) => (
                <PromiseItem key={promise.id} promise={promise} />
              ))}
            </ol>
            <PageTurner next={next} pages={pages} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function PromiseItem({ promise }: { promise: Promised }) {
  const { t } = useTranslation('obligations');
  const moments = useMoments();
  const what = knownText('obligations', `kind.${promise.kind}`) ?? promise.kind;
  return (
    <li className="card stack-tight">
      <div className="row">
        <h2>
          <PromiseDoor promise={promise}>{promise.amount ? t('what_and_amount', { what, amount: formatMoney(promise.amount) }) : what}</PromiseDoor>
        </h2>
        <PromiseChip promise={promise} />
      </div>
      <p>
        <span className="strong">{t('due', { at: moments.businessMoment(promise.due_at) })}</span>
        {' · '}
        {t(`owner.${promise.owner}`)}
      </p>
      <p className="soft">
        {t('about')} <span className="code">{promise.subject}</span>
        {promise.person ? (
          <>
            {' · '}
            {t('to')} <span className="code">{promise.person}</span>
          </>
        ) : null}
      </p>
      {promise.due_by_todays_calendar ? (
        <p className="soft">{t('todays_calendar', { at: moments.businessMoment(promise.due_by_todays_calendar) })}</p>
      ) : null}
      {promise.ended_at ? <p>{t(`ended.${promise.state === 'lifted' ? 'lifted' : 'kept'}`, { at: moments.businessMoment(promise.ended_at) })}</p> : null}
      {promise.reason ? <p className="soft">{knownText('obligations', `lifted.${promise.reason}`) ?? promise.reason}</p> : null}
      <CountingSteps steps={promise.steps} />
      <ClauseNote clause={promise.clause} version={promise.terms_version} />
    </li>
  );
}
