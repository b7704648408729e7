import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import type { Claim } from '../api/types';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Card } from '../ui/page';

/** Everything that was written in the case and decided about it, in the order in which it came. */
export function Thread({ claim, asStaff = false }: { claim: Claim; asStaff?: boolean }) {
  const { t } = useTranslation(['claims', 'common']);
  const moments = useMoments();
  const business = useBrand()?.name ?? t('common:shell.brand');
  const first = { key: claim.id, at: claim.received_at, node: <Words title={clientTitle(asStaff, t)} text={claim.text} at={moments.full(claim.received_at)} /> };
  const messages = claim.messages.map((message) => ({
    key: message.id,
    at: message.at,
    node: (
      <Words
        title={message.by === 'client' ? clientTitle(asStaff, t) : business}
        text={message.text}
        at={moments.full(message.at)}
      />
    ),
  }));
  const rulings = claim.rulings.map((ruling, number) => ({
    key: `ruling-${number}`,
    at: ruling.at,
    node: (
      <Card title={t(`finding.${ruling.finding}`)} raised>
        <p className="soft">{moments.full(ruling.at)}</p>
        <p className="message">{ruling.reasons ?? t('thread.erased')}</p>
        {ruling.refund.minor > 0 ? <p>{t('thread.refund', { sum: formatMoney(ruling.refund) })}</p> : null}
        {ruling.damages.minor > 0 ? <p>{t('thread.damages', { sum: formatMoney(ruling.damages) })}</p> : null}
        <ClauseNote clause={ruling.clause} />
      </Card>
    ),
  }));
  const appeal = claim.appeal
    ? [{ key: 'appeal', at: claim.appeal.at, node: <Words title={t('thread.appeal')} text={claim.appeal.text} at={moments.full(claim.appeal.at)} /> }]
    : [];
  const court = claim.court
    ? [
        {
          key: 'court',
          at: claim.court.at,
          node: (
            <Card title={t('court.in_court')} raised>
              <p className="soft">{moments.full(claim.court.at)}</p>
              <p className="message">{claim.court.note ?? t('thread.erased')}</p>
              <ClauseNote clause={claim.court.clause} />
            </Card>
          ),
        },
      ]
    : [];
  const all = [first, ...messages, ...rulings, ...appeal, ...court].sort((one, other) => one.at.localeCompare(other.at));
  return (
    <ol className="lines">
      {all.map((one) => (
        <li key={one.key}>{one.node}</li>
      ))}
    </ol>
  );
}

function clientTitle(asStaff: boolean, t: ReturnType<typeof useTranslation<['claims', 'common']>>['t']) {
  return asStaff ? t('thread.client') : t('thread.you');
}

function Words({ title, text, at }: { title: string; text: string | undefined; at: string }) {
  const { t } = useTranslation('claims');
  return (
    <Card title={title}>
      <p className="soft">{at}</p>
      <p className="message">{text ?? t('thread.erased')}</p>
    </Card>
  );
}
