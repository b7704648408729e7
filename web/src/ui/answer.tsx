import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault, Refusal } from '../api/outcome';
import type { ActState } from '../api/use-act';
import type { Asked } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { Button } from './button';
import { ClauseNote } from './clause';
import { Notice } from './notice';

interface AnswerProps<Value> {
  of: Asked<Value>;
  children: (value: Value) => ReactNode;
  /** What stands in the place of the answer until it is there. */
  loading?: ReactNode;
}

/** Shows each of the three kinds of a reply, and the wait for it. */
export function Answer<Value>({ of, children, loading }: AnswerProps<Value>) {
  if (of.kind === 'loading') return loading ?? <Waiting />;
  if (of.kind === 'value') return children(of.value);
  if (of.kind === 'refusal') return <RefusalNote refusal={of.refusal} />;
  return <FaultNote fault={of.fault} again={of.again} />;
}

export function Waiting({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  const heights = Array.from({ length: lines }, (_, line) => line);
  return (
    <div className="stack" role="status">
      <span className="only-read-aloud">{t('state.loading')}</span>
      {heights.map((line) => (
        <div key={line} className="skeleton" style={{ height: line === 0 ? '2.4rem' : '6rem' }} />
      ))}
    </div>
  );
}

interface RefusalNoteProps {
  refusal: Refusal;
  live?: boolean;
  /** False where the rule behind the refusal would tell the person nothing: a mistyped code is no matter of the offer. */
  withClause?: boolean;
}

export function RefusalNote({ refusal, live = false, withClause = true }: RefusalNoteProps) {
  const text = useRefusalText(refusal);
  return (
    <Notice tone="warn" live={live}>
      <p>{text}</p>
      {withClause && refusal.clause ? <ClauseNote clause={refusal.clause} /> : null}
    </Notice>
  );
}

/** What the refusal means and what to do, by its key; an unknown one falls back to the kind of its status. */
export function useRefusalText(refusal: Refusal): string {
  const { t } = useTranslation('refusals');
  const known = knownText('refusals', refusal.code, refusal.params);
  if (known) return known;
  if (refusal.status === 401) return t('signed_out');
  if (refusal.status === 403) return t('forbidden');
  if (refusal.status === 404) return t('not_found');
  if (refusal.status === 429) return t('too_many');
  return t('unknown');
}

export function FaultNote({ fault, again, live = false }: { fault: Fault; again?: () => void; live?: boolean }) {
  const { t } = useTranslation();
  return (
    <Notice tone="bad" title={t(`fault.${fault.code}.title`)} live={live}>
      <p>{t(`fault.${fault.code}.text`)}</p>
      {again ? (
        <div>
          <Button onPress={again}>{t('act.again')}</Button>
        </div>
      ) : null}
    </Notice>
  );
}

/** The answer to a write, where it was no success. */
export function ActNote({ state, withClause = true }: { state: ActState<unknown>; withClause?: boolean }) {
  if (state.kind === 'refusal') return <RefusalNote refusal={state.refusal} withClause={withClause} live />;
  if (state.kind === 'fault') return <FaultNote fault={state.fault} live />;
  return null;
}
