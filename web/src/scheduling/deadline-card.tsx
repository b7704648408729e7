import { useTranslation } from 'react-i18next';
import type { RefundDeadline, Step } from '../api/types';
import { knownText } from '../i18n/known-text';
import { ClauseNote } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { Card } from '../ui/page';

interface DeadlineCardProps {
  deadline: RefundDeadline;
  refundable: boolean;
  version: string;
}

/** HAR-3.8d: the latest moment for a cancellation with refund, and how it came about. */
export function DeadlineCard({ deadline, refundable, version }: DeadlineCardProps) {
  const { t } = useTranslation('scheduling');
  const moments = useMoments();
  return (
    <Card title={refundable ? t('deadline.title') : t('deadline.passed_title')}>
      <p>
        <span className="strong">{moments.businessMoment(deadline.at)}</span>
      </p>
      <p className="soft">{refundable ? t('deadline.text') : t('deadline.passed_text')}</p>
      <Steps steps={deadline.steps} />
      <ClauseNote clause={deadline.clause} version={version} />
    </Card>
  );
}

/** The steps by which the server came to a moment, each in words. */
export function Steps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('scheduling');
  const moments = useMoments();
  if (steps.length === 0) return null;
  return (
    <details>
      <summary className="strong">{t('deadline.how')}</summary>
      <ol className="steps">
        {steps.map((step, index) => {
          const key = `step.${step.key.replaceAll('.', '_')}`;
          const params = Object.fromEntries(
            Object.entries(step.params).map(([name, value]) => [name, isInstant(value) ? moments.businessMoment(value) : value]),
          );
          return <li key={index}>{knownText('scheduling', key, params) ?? step.key}</li>;
        })}
      </ol>
    </details>
  );
}

const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T.*Z$/.test(text);
