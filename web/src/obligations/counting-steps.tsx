import { useTranslation } from 'react-i18next';
import type { DueStep } from '../api/types';
import { knownText } from '../i18n/known-text';
import { useMoments } from '../ui/moment';

/** How a due instant was counted, a line for each step: a person can follow it with a calendar on the wall. */
export function CountingSteps({ steps }: { steps: DueStep[] }) {
  const { t } = useTranslation('obligations');
  const moments = useMoments();
  return (
    <details>
      <summary className="strong">{t('how')}</summary>
      <ol className="steps">
        {steps.map((step, index) => {
          const key = step.text_key === 'due.day_off' && !step.kind ? 'step.weekend' : step.text_key.replace('due.', 'step.');
          const params = {
            at: moments.businessMoment(step.at),
            count: step.count ?? 0,
            day: step.day ?? '',
            source: step.source ?? '',
            kind: step.kind ? (knownText('obligations', `day.${step.kind}`) ?? step.kind) : '',
          };
          return (
            <li key={index}>
              {knownText('obligations', key, params) ?? step.text_key}
              {step.kind && step.text_key === 'due.working_day' ? ` (${params.kind})` : ''}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
