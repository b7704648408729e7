import { useTranslation } from 'react-i18next';
import type { OutagePreviewed } from '../api/types';
import { ClauseNote } from '../ui/clause';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Notice } from '../ui/notice';

/** What a declaration would do, before it is made: whose sessions it touches, by which clause, and in which words they hear. */
export function OutagePreview({ preview }: { preview: OutagePreviewed }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const clause = preview.items.find((one) => one.clause)?.clause;
  if (preview.items.length === 0) {
    return (
      <Notice tone="good" live>
        <p>{t('outages.touches_nobody')}</p>
      </Notice>
    );
  }
  return (
    <div className="stack" aria-live="polite">
      <h3>{t('outages.would')}</h3>
      <ul>
        {preview.called_off > 0 ? <li>{t('outages.would_call_off', { count: preview.called_off, money: formatMoney(preview.refund) })}</li> : null}
        {preview.told > 0 ? <li>{t('outages.would_tell', { count: preview.told })}</li> : null}
      </ul>
      {clause ? <ClauseNote clause={clause} /> : null}
      <DataTable
        label={t('outages.touched')}
        rows={preview.items}
        rowKey={(one) => one.booking}
        empty={t('empty')}
        columns={[
          { title: t('bookings.when'), cell: (one) => moments.businessMoment(one.starts_at) },
          { title: t('bookings.specialist'), cell: (one) => one.specialist.name },
          {
            title: t('outages.what'),
            cell: (one) => (
              <span className="chip" data-tone={one.called_off ? 'warn' : undefined}>
                {one.called_off ? t('outages.called_off') : t('outages.told')}
              </span>
            ),
          },
          { title: t('outages.refund'), cell: (one) => (one.refund ? formatMoney(one.refund) : '—'), align: 'end' },
          { title: t('outages.booking'), cell: (one) => <span className="code">{one.booking}</span> },
        ]}
      />
      {preview.more ? <p className="soft">{t('outages.more')}</p> : null}
      <h3>{t('outages.words')}</h3>
      {preview.notices.map((notice, index) => (
        <blockquote key={index} className="told stack-tight">
          <p className="soft">{notice.to === 'client' ? t('outages.to_client') : t('outages.to_specialist')}</p>
          <p className="strong">{notice.title}</p>
          <p>{notice.body}</p>
        </blockquote>
      ))}
    </div>
  );
}
