import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAskPages } from '../api/use-ask-pages';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Card, Page } from '../ui/page';
import { More } from '../ui/pages';
import type { Money } from '../api/types';

export function MoneyPage() {
  const { t } = useTranslation('practice');
  const moments = useMoments();
  const money = useAskPages(['practice-money'], (query) => outcomeOf(api.GET('/v1/practice/money', { params: { query } })), {
    next: (page) => page.next,
  });
  return (
    <Page title={t('money.title')} lead={<p>{t('money.lead')}</p>}>
      <Answer of={money}>
        {(pages) => (
          <>
            {pages.slice(0, 1).map((sums) => (
              <div key="sums" className="tiles">
                <Tile title={t('money.payable')} text={t('money.payable_text')} sum={sums.payable} />
                <Tile title={t('money.expected')} text={t('money.expected_text')} sum={sums.expected} />
                <Tile title={t('money.paid_out')} text={t('money.paid_out_text')} sum={sums.paid_out} />
              </div>
            ))}
            <DataTable
              label={t('money.title')}
              rows={pages.flatMap((page) => page.lines)}
              rowKey={(line) => `${line.booking_id}/${line.at}/${line.what}`}
              empty={t('money.empty')}
              columns={[
                { title: t('money.when'), cell: (line) => moments.full(line.at) },
                { title: t('money.what'), cell: (line) => knownText('practice', `line.${line.what}`) ?? line.what },
                {
                  title: t('money.session'),
                  cell: (line) => (
                    <Link to="/bookings/$id" params={{ id: line.booking_id }}>
                      {t('money.open')}
                    </Link>
                  ),
                },
                { title: t('money.sum'), cell: (line) => formatMoney(line.amount, { signed: true }), align: 'end' },
              ]}
            />
            <More of={money} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Tile({ title, text, sum }: { title: string; text: string; sum: Money }) {
  return (
    <Card>
      <p className="soft">{title}</p>
      <p className="big-money">{formatMoney(sum)}</p>
      <p className="soft small">{text}</p>
    </Card>
  );
}
