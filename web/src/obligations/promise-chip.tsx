import { useTranslation } from 'react-i18next';
import type { Promised } from '../api/types';

export function PromiseChip({ promise }: { promise: Promised }) {
  const { t } = useTranslation('obligations');
  const word = promise.state === 'open' ? (promise.late ? 'overdue' : 'open') : promise.state === 'kept' && promise.late ? 'kept_late' : promise.state;
  const tone = word === 'overdue' ? 'bad' : word === 'kept' ? 'good' : word === 'kept_late' ? 'warn' : undefined;
  return (
    <span className="chip" data-tone={tone}>
      {t(`chip.${word}`)}
    </span>
  );
}
