import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { useMe } from '../api/me';
import type { Statistics } from '../api/types';
import { knownText } from '../i18n/known-text';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';

/** HAR-4.3.8b: published figures about the clients; what would speak of a few is left out by the server. */
export function StatisticsPage() {
  const { t, i18n } = useTranslation(['statistics', 'identity']);
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
            <Stated title={t('sexes')} rows={value.sexes} words="sex" />
            <Stated title={t('emotional_states')} rows={value.emotional_states} words="emotional_state" />
            <p>{t('rule', { least: value.least_group })}</p>
            {me?.role === 'administrator' ? <Publish again={'again' in statistics ? statistics.again : undefined} /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

/** HAR-4.3.8c: who left the answer out is counted as such and nowhere else. */
function Stated({ title, rows, words }: { title: string; rows: Statistics['sexes']; words: 'sex' | 'emotional_state' }) {
  const { t } = useTranslation('statistics');
  if (rows.length === 0) return null;
  const nameOf = (answer: string) => (answer === 'not_stated' ? t('not_stated') : (knownText('identity', `${words}.${answer}`) ?? answer));
  return (
    <section className="stack-tight">
      <h2>{title}</h2>
      <DataTable
        label={title}
        rows={rows}
        rowKey={(one) => `${one.age_band}/${one.answer}`}
        empty={t('empty')}
        columns={[
          { title: t('age'), cell: (one) => one.age_band },
          { title: t('answer'), cell: (one) => nameOf(one.answer) },
          { title: t('people'), cell: (one) => one.people, align: 'end' },
        ]}
      />
    </section>
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
