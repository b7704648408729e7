import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';

export function JobsPage() {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const client = useQueryClient();
  const pages = useCursor();
  const { cursor } = pages;
  const jobs = useAsk(
    ['staff-jobs', cursor],
    () => outcomeOf(api.GET('/v1/staff/jobs', { params: { query: cursor ? { cursor } : {} } })),
    { pollMs: 10_000, keepPrevious: true },
  );
  const retry = useAct(async (id: string, key) => {
    const outcome = await outcomeOf(api.POST('/v1/staff/jobs/{id}/retry', { params: { path: { id }, header: { 'Idempotency-Key': key } } }));
    await client.invalidateQueries({ queryKey: ['staff-jobs'] });
    return outcome;
  });
  return (
    <Page title={t('jobs.title')}>
      <ActNote state={retry.state} />
      <Answer of={jobs}>
        {({ items, next }) => (
          <>
            <DataTable
              label={t('jobs.title')}
              rows={items}
              rowKey={(job) => job.id}
              empty={t('empty')}
              columns={[
                { title: t('jobs.kind'), cell: (job) => <span className="code">{job.kind}</span> },
                {
                  title: t('jobs.state'),
                  cell: (job) => (
                    <span className="chip" data-tone={job.state === 'failed' ? 'bad' : job.state === 'done' ? 'good' : 'warn'}>
                      {knownText('staff', `job.${job.state}`) ?? job.state}
                    </span>
                  ),
                },
                { title: t('jobs.due'), cell: (job) => moments.businessMoment(job.due_at) },
                { title: t('jobs.attempts'), cell: (job) => job.attempts, align: 'end' },
                { title: t('jobs.error'), cell: (job) => <span className="code">{job.last_error ?? ''}</span> },
                {
                  title: t('jobs.act'),
                  cell: (job) =>
                    job.state === 'failed' ? (
                      <Button look="quiet" onPress={() => void retry.run(job.id)} busy={retry.running}>
                        {t('jobs.retry')}
                      </Button>
                    ) : null,
                },
              ]}
            />
            <PageTurner next={next} pages={pages} />
          </>
        )}
      </Answer>
    </Page>
  );
}
