import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { MoneyCase, Promised } from '../api/types';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { ClauseMark } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { useQueue } from '../ui/queue';
import { PromiseChip } from '../obligations/promise-chip';

const POLL = { pollMs: 30_000, keepPrevious: true };

/** Money on its way back, and what a person must look at because no rule explains it. */
export function RefundsPage() {
  const { t } = useTranslation('staff');
  const queue = useQueue<HTMLDivElement>();
  return (
    <Page title={t('refunds.title')} lead={<p>{t('refunds.lead')}</p>}>
      <p className="soft keys-hint">{t('queue_hint')}</p>
      <div className="stack" ref={queue.ref} onKeyDown={queue.onKeyDown}>
        <h2>{t('refunds.cases')}</h2>
        <Cases />
        <h2>{t('refunds.under_way')}</h2>
        <UnderWay />
      </div>
    </Page>
  );
}

function Cases() {
  const { t } = useTranslation('staff');
  const pages = useCursor();
  const { cursor } = pages;
  const cases = useAsk(['staff-cases', cursor], () => outcomeOf(api.GET('/v1/staff/cases', { params: { query: cursor ? { cursor } : {} } })), POLL);
  return (
    <Answer of={cases}>
      {({ items, next }) => (
        <>
          {items.length === 0 ? <p className="soft">{t('refunds.no_cases')}</p> : null}
          <ol className="promises" aria-label={t('refunds.cases')}>
            {items.map((one) => (
              <CaseItem key={one.id} one={one} />
            ))}
          </ol>
          <PageTurner next={next} pages={pages} />
        </>
      )}
    </Answer>
  );
}

function CaseItem({ one }: { one: MoneyCase }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const client = useQueryClient();
  const close = useAct(async (id: string, key) => {
    const outcome = await outcomeOf(api.POST('/v1/staff/cases/{id}/closing', { params: { path: { id }, header: { 'Idempotency-Key': key } } }));
    await client.invalidateQueries({ queryKey: ['staff-cases'] });
    return outcome;
  });
  return (
    <li className="card stack-tight">
      <h3>
        <Link to="/staff/orders/$id" params={{ id: one.order }} data-stop>
          {knownText('staff', `case.${one.kind}`) ?? one.kind}
        </Link>
      </h3>
      <p className="soft">
        {t('refunds.opened', { at: moments.businessMoment(one.opened_at) })} · <span className="code">{one.detail}</span>
      </p>
      <ActNote state={close.state} />
      <div>
        <Button onPress={() => void close.run(one.id)} busy={close.running}>
          {t('refunds.looked_at')}
        </Button>
      </div>
    </li>
  );
}

function UnderWay() {
  const { t } = useTranslation('staff');
  const pages = useCursor();
  const { cursor } = pages;
  const refunds = useAsk(
    ['staff-obligations', 'refunds', cursor],
    () => outcomeOf(api.GET('/v1/staff/obligations', { params: { query: { kind: 'orders.refund', ...(cursor ? { cursor } : {}) } } })),
    POLL,
  );
  return (
    <Answer of={refunds}>
      {({ items, next }) => (
        <>
          {items.length === 0 ? <p className="soft">{t('refunds.none_under_way')}</p> : null}
          <ol className="promises" aria-label={t('refunds.under_way')}>
            {items.map((promise) => (
              <RefundItem key={promise.id} promise={promise} />
            ))}
          </ol>
          <PageTurner next={next} pages={pages} />
        </>
      )}
    </Answer>
  );
}

function RefundItem({ promise }: { promise: Promised }) {
  const { t } = useTranslation(['staff', 'obligations']);
  const moments = useMoments();
  return (
    <li className="card stack-tight">
      <div className="row">
        <h3>
          <Link to="/staff/orders/$id" params={{ id: promise.subject }} data-stop>
            {promise.amount ? formatMoney(promise.amount) : promise.subject}
          </Link>
        </h3>
        <PromiseChip promise={promise} />
      </div>
      <p>
        {t('obligations:due', { at: moments.businessMoment(promise.due_at) })} · <ClauseMark clause={promise.clause} version={promise.terms_version} />
      </p>
    </li>
  );
}
