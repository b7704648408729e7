import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { useMe } from '../api/me';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';

/** HAR-4.3.8b: published figures about the clients; what would speak of a few is left out by the server. */
export function StatisticsPage() {
  const { t, i18n } = useTranslation('statistics');
  const moments = useMoments();
  const me = useMe();
  const statistics = useAsk(['statistics', i18n.language], () =>
    outcomeOf(api.GET('/v1/statistics', {})),
  );
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>} width="text">
      <Answer of={statistics}>
        {(value) => (
          <>
            <p className="soft">
              {value.published_at ? t('published', { at: moments.businessMoment(value.published_at) }) : t('none')}
            </p>
            <DataTable
              label={t('title')}
              rows={value.figures}
              rowKey={(one) => `${one.age_band}/${one.topic}`}
              empty={t('empty')}
              columns={[
                { title: t('age'), cell: (one) => one.age_band },
                { title: t('topic'), cell: (one) => one.topic_label },
                { title: t('people'), cell: (one) => one.people, align: 'end' },
              ]}
            />
            <p>{t('rule', { least: value.least_group })}</p>
            {me?.role === 'administrator' ? <Publish again={'again' in statistics ? statistics.again : undefined} /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Publish({ again }: { again: (() => void) | undefined }) {
  const { t } = useTranslation('statistics');
  const publish = useAct((_: null, key) => outcomeOf(api.POST('/v1/staff/statistics', { params: { header: { 'Idempotency-Key': key } } })));
  async function press() {
    if ((await publish.run(null))?.kind === 'value') again?.();
  }
  return (
    <div className="stack-tight">
      <ActNote state={publish.state} />
      <div>
        <Button look="secondary" onPress={() => void press()} busy={publish.running}>
          {t('publish')}
        </Button>
      </div>
    </div>
  );
}
