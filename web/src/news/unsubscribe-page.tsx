import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';

/** HAR-4.1.2a: the way out of news needs no sign-in. Opening the link alone ends nothing: mail programs open links too. */
export function UnsubscribePage() {
  const { t } = useTranslation('news');
  const { token } = useParams({ from: '/unsubscribe/$token' });
  const leave = useAct((body: { token: string }, key) =>
    outcomeOf(api.POST('/v1/unsubscriptions', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <Page title={t('leave.title')} width="text">
      {leave.state.kind === 'value' ? (
        <Notice tone="good" live>
          <p>{t(`leave.done_${leave.state.value.channel}`)}</p>
        </Notice>
      ) : (
        <>
          <p>{t('leave.lead')}</p>
          <ActNote state={leave.state} />
          <div>
            <Button look="primary" onPress={() => void leave.run({ token })} busy={leave.running}>
              {t('leave.act')}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}
