import { useTranslation } from 'react-i18next';

/** How far a statement leans on the time of birth: `exact`, `time±15` or `needs_time`. */
export function RobustChip({ robust }: { robust: string }) {
  const { t } = useTranslation('astrology');
  if (robust === 'exact') return null;
  const words = (minutes = '0') => (minutes === '0' ? t('robust.told') : t('robust.within', { minutes }));
  const within = /^time±(\d+)$/.exec(robust);
  return (
    <span className="chip" data-tone={within ? 'teal' : 'warn'}>
      {within ? words(within[1]) : t('robust.needs_time')}
    </span>
  );
}
