import { useTranslation } from 'react-i18next';
import type { BreachDecision, Contract } from '../api/types';
import { knownText } from '../i18n/known-text';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Notice } from '../ui/notice';
import { Card } from '../ui/page';

/** How a contract stands, in words, with the clause: for the client and for staff. */
export function Standing({ contract }: { contract: Contract }) {
  const { t } = useTranslation('contracts');
  const moments = useMoments();
  const { restriction, end } = contract;
  return (
    <>
      {contract.state === 'active' ? (
        <Notice tone="good">
          <p>{t('state.active')}</p>
        </Notice>
      ) : null}
      {restriction ? (
        <Notice tone="warn" title={t('state.restricted')}>
          <p>{t('restricted.since', { at: moments.businessMoment(restriction.at) })}</p>
          <ClauseNote clause={restriction.clause} />
          {restriction.ground ? (
            <>
              <p>{t('restricted.ground')}</p>
              <ClauseNote clause={restriction.ground} />
            </>
          ) : null}
        </Notice>
      ) : null}
      {end ? (
        <Notice tone="warn" title={t('state.ended')}>
          <p>{t(end.initiator === 'client' ? 'ended.by_client' : 'ended.by_provider', { at: moments.businessMoment(end.at) })}</p>
          <ClauseNote clause={end.clause} />
        </Notice>
      ) : null}
    </>
  );
}

export function Decided({ one }: { one: BreachDecision }) {
  const { t } = useTranslation('contracts');
  const moments = useMoments();
  const { ruling, demand } = one;
  return (
    <Card title={t('breach.title', { code: one.code })}>
      {one.paragraph ? <ClauseNote clause={one.paragraph} /> : null}
      {ruling ? (
        <>
          <p className="strong">
            {t(ruling.confirmed ? 'breach.confirmed' : 'breach.dismissed', { at: moments.businessMoment(ruling.at) })}
          </p>
          {ruling.reasons ? <p className="said">{ruling.reasons}</p> : null}
          <ClauseNote clause={ruling.clause} />
        </>
      ) : (
        <p>{t('breach.suspected', { at: moments.businessMoment(one.recorded_at) })}</p>
      )}
      {one.forfeited.minor > 0 ? <p>{t('breach.forfeited', { sum: formatMoney(one.forfeited) })}</p> : null}
      {demand ? (
        <Notice tone="warn" title={t('demand.title', { sum: formatMoney(demand.total) })}>
          <p>{t('demand.parts', { penalty: formatMoney(demand.penalty), damage: formatMoney(demand.damage) })}</p>
          <p>{t('demand.due', { at: moments.businessMoment(demand.due_at) })}</p>
          <p>{t('demand.never_taken')}</p>
          <ClauseNote clause={demand.clause} />
          {demand.end ? (
            <p>
              {knownText('contracts', `demand.${demand.end.what}`)}: {moments.businessMoment(demand.end.at)}
            </p>
          ) : null}
        </Notice>
      ) : null}
    </Card>
  );
}
