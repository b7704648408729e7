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

/** What was sent, what was not and why; never to whom or with what words, for those are sealed. */
export function OutboxPage() {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const pages = useCursor();
  const { cursor } = pages;
  const outbox = useAsk(
    ['staff-outbox', cursor],
    () => outcomeOf(api.GET('/v1/staff/outbox', { params: { query: cursor ? { cursor } : {} } })),
    { pollMs: 15_000, keepPrevious: true },
  );
  return (
    <Page title={t('outbox.title')} lead={<p>{t('outbox.lead')}</p>}>
      <Answer of={outbox}>
        {({ items, next }) => (
          <>
            <DataTable
              label={t('outbox.title')}
              rows={items}
              rowKey={(row) => row.id}
              empty={t('empty')}
              columns={[
                { title: t('outbox.template'), cell: (row) => <span className="code">{row.template_name}</span> },
                { title: t('outbox.channel'), cell: (row) => knownText('staff', `channel.${row.channel}`) ?? row.channel },
                { title: t('outbox.state'), cell: (row) => knownText('staff', `message.${row.state}`) ?? row.state },
                { title: t('outbox.due'), cell: (row) => moments.businessMoment(row.due_at) },
                { title: t('outbox.settled'), cell: (row) => (row.settled_at ? moments.businessMoment(row.settled_at) : '') },
              ]}
            />
            <PageTurner next={next} pages={pages} />
          </>
        )}
      </Answer>
    </Page>
  );
}
