import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { Postings } from './postings';

export function LedgerPage() {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const pages = useCursor();
  const { cursor } = pages;
  const ledger = useAsk(
    ['staff-ledger', cursor],
    () => outcomeOf(api.GET('/v1/staff/ledger', { params: { query: cursor ? { cursor } : {} } })),
    { keepPrevious: true },
  );
  return (
    <Page title={t('ledger.title')} lead={<p>{t('ledger.lead')}</p>}>
      <Answer of={ledger}>
        {({ items, next }) => (
          <>
            <DataTable
              label={t('ledger.title')}
              rows={items}
              rowKey={(entry) => String(entry.number)}
              empty={t('empty')}
              columns={[
                { title: t('ledger.number'), cell: (entry) => entry.number },
                { title: t('ledger.when'), cell: (entry) => moments.businessMoment(entry.at) },
                {
                  title: t('ledger.kind'),
                  cell: (entry) => (
                    <>
                      {knownText('staff', `entry.${entry.kind}`) ?? entry.kind}
                      {entry.clause ? (
                        <>
                          <br />
                          <span className="soft code">{entry.clause}</span>
                        </>
                      ) : null}
                    </>
                  ),
                },
                { title: t('ledger.postings'), cell: (entry) => <Postings entry={entry} /> },
                { title: t('ledger.order'), cell: (entry) => <span className="code">{entry.order}</span> },
              ]}
            />
            <PageTurner next={next} pages={pages} />
          </>
        )}
      </Answer>
    </Page>
  );
}
