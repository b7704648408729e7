import { useTranslation } from 'react-i18next';

/** How far a statement leans on the time of birth: `exact`, `time±15` or `needs_time`. */
export function RobustChip({ robust }: { robust: string }) {
  const { t } = useTranslation('astrology');
  if (robust === 'exact') return null;
  const within = /^time±(\d+)$/.exec(robust);
  return (
    <span className="chip" data-tone={within ? 'teal' : 'warn'}>
      {within ? t('robust.within', { minutes: within[1] }) : t('robust.needs_time')}
    </span>
  );
}
