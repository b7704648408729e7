import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { ChangeLine } from '../api/types';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';
import type { Purpose } from './purposes';

/** HAR-4.2.17e: every change with who, when, before and after. Reading it is written down: nothing is asked before it is opened. */
export function HistoryCard({ id, purpose, title }: { id: string; purpose: Purpose; title: string }) {
  const { t } = useTranslation('staff');
  const [opened, setOpened] = useState(false);
  return (
    <Card title={title}>
      {opened ? (
        <Lines id={id} purpose={purpose} title={title} />
      ) : (
        <div>
          <Button look="quiet" onPress={() => setOpened(true)}>
            {t('history.open')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Lines({ id, purpose, title }: { id: string; purpose: Purpose; title: string }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const history = useAsk(
    ['history', id, purpose],
    () => outcomeOf(api.GET('/v1/staff/history/{id}', { params: { path: { id }, query: { purpose } } })),
    { staleMs: Infinity },
  );
  return (
    <Answer of={history}>
      {({ items, more }) => (
        <>
          <DataTable
            label={title}
            rows={items}
            rowKey={(line) => String(line.number)}
            empty={t('history.none')}
            columns={[
              { title: t('history.when'), cell: (line) => moments.businessMoment(line.at) },
              { title: t('history.who'), cell: (line) => (line.actor ? <span className="code">{line.actor}</span> : t('history.business')) },
              { title: t('history.what'), cell: (line) => knownText('staff', `history.field.${line.field.replace('.', '_')}`) ?? line.field },
              { title: t('history.before'), cell: (line) => <Value of={line.before} line={line} /> },
              { title: t('history.after'), cell: (line) => <Value of={line.after} line={line} /> },
            ]}
          />
          {more ? <p className="soft">{t('history.more')}</p> : null}
        </>
      )}
    </Answer>
  );
}

function Value({ of, line }: { of: string | undefined; line: ChangeLine }) {
  const { t } = useTranslation('staff');
  if (of !== undefined) return <>{of}</>;
  return <span className="soft">{line.personal ? t('history.sealed') : '—'}</span>;
}
