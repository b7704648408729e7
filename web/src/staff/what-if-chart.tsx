import { useTranslation } from 'react-i18next';
import type { WhatIfMonth } from '../api/types';
import { DataTable } from '../ui/data-table';
import { formatMoney } from '../ui/money';

const HEIGHT = 120;
const BAR = 14;
const STEP = 48;

/** Refunds by month, as they were and as they would have been: bars for the eye, and the same figures as a table. */
export function WhatIfChart({ months }: { months: WhatIfMonth[] }) {
  const { t } = useTranslation('staff');
  const most = Math.max(1, ...months.flatMap((month) => [month.refunds_then.minor, month.refunds_now.minor]));
  const tall = (minor: number) => (Math.max(0, minor) / most) * HEIGHT;
  return (
    <figure className="stack-tight">
      <svg
        viewBox={`0 0 ${Math.max(1, months.length) * STEP} ${HEIGHT + 20}`}
        height={HEIGHT + 20}
        style={{ maxWidth: '100%' }}
        aria-hidden="true"
        focusable="false"
      >
        {months.map((month, index) => (
          <g key={month.month} transform={`translate(${index * STEP} 0)`}>
            <rect x={6} width={BAR} y={HEIGHT - tall(month.refunds_then.minor)} height={tall(month.refunds_then.minor)} fill="currentColor" opacity={0.4} />
            <rect x={8 + BAR} width={BAR} y={HEIGHT - tall(month.refunds_now.minor)} height={tall(month.refunds_now.minor)} fill="currentColor" />
            <text x={STEP / 2} y={HEIGHT + 14} textAnchor="middle" fontSize={10} fill="currentColor">
              {month.month}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{t('what_if.chart')}</figcaption>
      <DataTable
        label={t('what_if.chart')}
        rows={months}
        rowKey={(month) => month.month}
        empty={t('what_if.none')}
        columns={[
          { title: t('what_if.month'), cell: (month) => month.month },
          { title: t('what_if.count'), cell: (month) => month.decisions, align: 'end' },
          { title: t('what_if.changed'), cell: (month) => month.changed, align: 'end' },
          { title: t('what_if.then'), cell: (month) => formatMoney(month.refunds_then), align: 'end' },
          { title: t('what_if.now'), cell: (month) => formatMoney(month.refunds_now), align: 'end' },
        ]}
      />
    </figure>
  );
}
