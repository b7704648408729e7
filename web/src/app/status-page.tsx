import { useTranslation } from 'react-i18next';
import { useStatus } from '../api/status';
import type { StatusItem } from '../api/types';
import { certificateAddress } from '../claims/send-file';
import { Answer } from '../ui/answer';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';

/** Whether the service works, when it will not, and when it did not. */
export function StatusPage() {
  const { t } = useTranslation();
  const status = useStatus();
  return (
    <Page title={t('status.title')} width="text">
      <Answer of={status}>
        {({ working, now, ahead, past }) => (
          <>
            <Notice tone={working ? 'good' : 'warn'}>{working ? t('status.working') : t('status.not_working')}</Notice>
            <StatusList title={t('status.lists.now')} items={now} />
            <StatusList title={t('status.lists.ahead')} items={ahead} />
            <StatusList title={t('status.lists.past')} items={past} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function StatusList({ title, items }: { title: string; items: StatusItem[] }) {
  const { t } = useTranslation();
  const moments = useMoments();
  if (items.length === 0) return null;
  return (
    <Card title={title}>
      <ul>
        {items.map((item) => {
          const end = item.closed_at ?? item.until;
          return (
            <li key={`${item.kind} ${item.from}`}>
              <span className="strong">{t(`status.kind.${item.kind}`)}</span>
              {': '}
              {end
                ? t('status.from_to', { from: moments.businessMoment(item.from), until: moments.businessMoment(end) })
                : t('status.since', { from: moments.businessMoment(item.from) })}
              {item.has_certificate ? (
                <>
                  {' '}
                  <a download href={certificateAddress(item.id)}>
                    {t('status.certificate')}
                  </a>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
