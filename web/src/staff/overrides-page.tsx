import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { Override } from '../api/types';
import { useAsk } from '../api/use-ask';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { OverrideFilePane } from './override-file';

/** What staff gave back though a clause keeps it, newest first, and what waits for a second person. */
export function OverridesPage() {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const pages = useCursor();
  const { cursor } = pages;
  const [shown, setShown] = useState<Override | null>(null);
  const overrides = useAsk(
    ['staff-overrides', cursor],
    () => outcomeOf(api.GET('/v1/staff/overrides', { params: { query: cursor ? { cursor } : {} } })),
    { keepPrevious: true },
  );
  return (
    <Page title={t('overrides.title')} lead={<p>{t('overrides.lead')}</p>}>
      <Answer of={overrides}>
        {(page) => (
          <>
            <DataTable
              label={t('overrides.title')}
              rows={page.overrides}
              rowKey={(one) => one.id}
              empty={t('overrides.empty')}
              columns={[
                { title: t('overrides.when'), cell: (one) => moments.businessMoment(one.asked_at) },
                { title: t('overrides.sum'), cell: (one) => formatMoney(one.price), align: 'end' },
                { title: t('overrides.clause'), cell: (one) => <span className="code">{one.clause.number}</span> },
                { title: t('overrides.state'), cell: (one) => t(`overrides.${one.state}`) },
                {
                  title: t('overrides.reasons'),
                  cell: (one) => (
                    <Button look="quiet" onPress={() => setShown(one)}>
                      {t('overrides.open')}
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
        <Dialog title={t('overrides.title')} open onClose={() => setShown(null)}>
          <OverrideFilePane one={shown} />
        </Dialog>
      ) : null}
    </Page>
  );
}
