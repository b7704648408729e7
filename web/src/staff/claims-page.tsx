import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { Answer } from '../ui/answer';
import { DataTable } from '../ui/data-table';
import { SelectField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';

const STATES = ['open', 'appealed', 'answered', 'ruled', 'final'] as const;
type State = (typeof STATES)[number];

/** Claims and questions that wait for us, the earliest promise first. */
export function StaffClaimsPage() {
  const { t } = useTranslation(['claims', 'staff']);
  const moments = useMoments();
  const pages = useCursor();
  const [state, setState] = useState<State>('open');
  const { cursor } = pages;
  const queue = useAsk(
    ['staff-claims', state, cursor],
    () => outcomeOf(api.GET('/v1/staff/claims', { params: { query: cursor ? { state, cursor } : { state } } })),
    { keepPrevious: true, pollMs: 30_000 },
  );
  return (
    <Page title={t('desk.title')} lead={<p>{t('desk.lead')}</p>}>
      <SelectField label={t('desk.state')} value={state} onChange={(event) => setState(STATES.find((one) => one === event.target.value) ?? 'open')}>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {t(`state.${one}`)}
          </option>
        ))}
      </SelectField>
      <Answer of={queue}>
        {({ claims, next_cursor: next }) => (
          <>
            <DataTable
              label={t('desk.title')}
              rows={claims}
              rowKey={(claim) => claim.id}
              empty={t('desk.empty')}
              columns={[
                {
                  title: t('desk.number'),
                  cell: (claim) => (
                    <Link to="/staff/claims/$id" params={{ id: claim.id }}>
                      {t('one.title', { number: claim.number })}
                    </Link>
                  ),
                },
                { title: t('desk.standing'), cell: (claim) => t(`standing.${claim.standing}`) },
                { title: t('desk.category'), cell: (claim) => (claim.category ? t(`category.${claim.category}`) : '—') },
                { title: t('desk.received'), cell: (claim) => moments.businessMoment(claim.received_at) },
                {
                  title: t('desk.answer_by'),
                  cell: (claim) => (
                    <>
                      {moments.businessMoment(claim.answer_by)} {claim.overdue ? <strong>{t('desk.overdue')}</strong> : null}
                    </>
                  ),
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
