import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import type { Decision } from '../api/types';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';

export function DecisionsPage() {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const pages = useCursor();
  const [shown, setShown] = useState<Decision | null>(null);
  const { cursor } = pages;
  const decisions = useAsk(
    ['staff-decisions', cursor],
    () => outcomeOf(api.GET('/v1/staff/decisions', { params: { query: cursor ? { cursor } : {} } })),
    { keepPrevious: true },
  );
  return (
    <Page title={t('decisions.title')} lead={<p>{t('decisions.lead')}</p>}>
      <Answer of={decisions}>
        {({ items, next }) => (
          <>
            <DataTable
              label={t('decisions.title')}
              rows={items}
              rowKey={(decision) => decision.id}
              empty={t('empty')}
              columns={[
                { title: t('decisions.when'), cell: (decision) => moments.businessMoment(decision.decided_at) },
                { title: t('decisions.kind'), cell: (decision) => knownText('staff', `decision.${decision.kind}`) ?? decision.kind },
                { title: t('decisions.clause'), cell: (decision) => `${decision.clause.number} (${decision.clause.id})` },
                { title: t('decisions.version'), cell: (decision) => decision.terms_version },
                {
                  title: t('decisions.facts'),
                  cell: (decision) => (
                    <Button look="quiet" onPress={() => setShown(decision)}>
                      {t('decisions.show')}
                    </Button>
                  ),
                },
              ]}
            />
            <PageTurner next={next} pages={pages} />
          </>
        )}
      </Answer>
      <Dialog title={t('decisions.one')} open={shown !== null} onClose={() => setShown(null)}>
        <p className="strong">{t('decisions.facts')}</p>
        <pre className="code stored" tabIndex={0}>
          {JSON.stringify(shown?.facts, null, 2)}
        </pre>
        <p className="strong">{t('decisions.outcome')}</p>
        <pre className="code stored" tabIndex={0}>
          {JSON.stringify(shown?.outcome, null, 2)}
        </pre>
      </Dialog>
    </Page>
  );
}
