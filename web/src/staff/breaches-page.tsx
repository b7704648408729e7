import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { BreachFilePane } from './breach-file';

/** Suspected breaches, newest first. Who recorded one does not rule on it. */
export function BreachesPage() {
  const { t } = useTranslation('contracts');
  const moments = useMoments();
  const pages = useCursor();
  const { cursor } = pages;
  const [shown, setShown] = useState<string | null>(null);
  const breaches = useAsk(
    ['staff-breaches', cursor],
    () => outcomeOf(api.GET('/v1/staff/breaches', { params: { query: cursor ? { cursor } : {} } })),
    { keepPrevious: true },
  );
  return (
    <Page title={t('desk.title')} lead={<p>{t('desk.lead')}</p>}>
      <Answer of={breaches}>
        {(page) => (
          <>
            <DataTable
              label={t('desk.title')}
              rows={page.breaches}
              rowKey={(line) => line.breach.id}
              empty={t('desk.empty')}
              columns={[
                { title: t('desk.when'), cell: ({ breach }) => moments.businessMoment(breach.recorded_at) },
                { title: t('desk.code'), cell: ({ breach }) => breach.code },
                { title: t('desk.state'), cell: ({ breach }) => t(stateOf(breach.ruling)) },
                {
                  title: t('desk.client'),
                  cell: (line) => (
                    <Link to="/staff/contract/$id" params={{ id: line.client_id }}>
                      <span className="code">{line.client_id}</span>
                    </Link>
                  ),
                },
                {
                  title: t('desk.file'),
                  cell: ({ breach }) => (
                    <Button look="quiet" onPress={() => setShown(breach.id)}>
                      {t('desk.open')}
                    </Button>
                  ),
                },
              ]}
            />
            <PageTurner pages={pages} next={page.next_cursor} />
          </>
        )}
      </Answer>
      {shown ? (
        <Dialog title={t('desk.file')} open onClose={() => setShown(null)}>
          <BreachFilePane id={shown} />
        </Dialog>
      ) : null}
    </Page>
  );
}

function stateOf(ruling: { confirmed: boolean } | undefined): 'desk.under_review' | 'desk.confirmed' | 'desk.dismissed' {
  if (!ruling) return 'desk.under_review';
  return ruling.confirmed ? 'desk.confirmed' : 'desk.dismissed';
}
