import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import type { StaffEdition } from '../api/types';
import { documentName } from '../terms/asks';
import { ChangesList } from '../terms/changes';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { Tick } from '../ui/tick';

export function EditionsPage() {
  const { t } = useTranslation('staff');
  const names = useTranslation('terms').t;
  const moments = useMoments();
  const [chosen, setChosen] = useState<StaffEdition | null>(null);
  const editions = useAsk(['staff-editions'], () => outcomeOf(api.GET('/v1/staff/offers')));
  return (
    <Page title={t('editions.title')} lead={<p>{t('editions.lead')}</p>}>
      <p>
        <Link to="/staff/what-if">{t('what_if.title')}</Link>
      </p>
      <Answer of={editions}>
        {({ items }) => (
          <DataTable
            label={t('editions.title')}
            rows={items}
            rowKey={(edition) => `${edition.document}/${edition.version}`}
            empty={t('empty')}
            columns={[
              { title: t('editions.document'), cell: (edition) => names(documentName(edition.document)) },
              { title: t('editions.version'), cell: (edition) => <span className="code">{edition.version}</span> },
              { title: t('editions.state'), cell: (edition) => <StateOf edition={edition} /> },
              { title: t('editions.from'), cell: (edition) => (edition.effective_at ? moments.businessMoment(edition.effective_at) : '—') },
              { title: t('editions.by'), cell: (edition) => <span className="code">{edition.published_by ?? '—'}</span> },
              { title: t('editions.accepted_by'), cell: (edition) => edition.accepted_by, align: 'end' },
              {
                title: t('editions.publish'),
                cell: (edition) =>
                  edition.state === 'ready' ? (
                    <Button look="quiet" onPress={() => setChosen(edition)}>
                      {t('editions.look')}
                    </Button>
                  ) : (
                    '—'
                  ),
              },
            ]}
          />
        )}
      </Answer>
      {chosen ? <Publication edition={chosen} onClose={() => setChosen(null)} /> : null}
    </Page>
  );
}

const STATES = { ready: 'editions.ready', announced: 'editions.announced', in_force: 'editions.in_force', former: 'editions.former' } as const;

function StateOf({ edition }: { edition: StaffEdition }) {
  const { t } = useTranslation('staff');
  const key = STATES[edition.state as keyof typeof STATES];
  return (
    <span className="chip" data-tone={edition.state === 'in_force' ? 'good' : undefined}>
      {t(key)}
    </span>
  );
}

/** What publishing would change, for how many, and the confirmation of it: it cannot be undone. */
function Publication({ edition, onClose }: { edition: StaffEdition; onClose: () => void }) {
  const { t, i18n } = useTranslation('staff');
  const common = useTranslation('common').t;
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const { document, version } = edition;
  const preview = useAsk(['staff-edition', document, version, i18n.language], () =>
    outcomeOf(
      api.GET('/v1/staff/offers/{document}/{version}/preview', {
        params: { path: { document, version }, query: { lang: i18n.language } },
      }),
    ),
  );
  const publish = useAct((body: { document: string; version: string }, key) =>
    outcomeOf(api.POST('/v1/staff/offers', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  const send = async () => {
    const outcome = await publish.run({ document, version });
    if (outcome?.kind !== 'value') return;
    await client.invalidateQueries({ queryKey: ['staff-editions'] });
    await client.invalidateQueries({ queryKey: ['offers'] });
    onClose();
  };
  return (
    <Dialog title={t('editions.dialog', { version })} open onClose={onClose} role="alertdialog">
      <Answer of={preview}>
        {(value) => (
          <div className="stack">
            <ul>
              <li>{t('editions.asked_again', { number: value.asked_again })}</li>
              <li>{t('editions.paid', { number: value.paid_on_old_terms })}</li>
              <li>{t('editions.unpaid', { number: value.unpaid_holds })}</li>
            </ul>
            <ChangesList changes={value.changes} />
          </div>
        )}
      </Answer>
      <Tick isSelected={sure} onChange={setSure}>
        {t('editions.sure')}
      </Tick>
      <ActNote state={publish.state} />
      <div className="actions">
        <Button look="primary" onPress={() => void send()} busy={publish.running} isDisabled={!sure || preview.kind !== 'value'}>
          {t('editions.publish')}
        </Button>
        <Button onPress={onClose}>{common('act.close')}</Button>
      </div>
    </Dialog>
  );
}
