import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../api/status';
import { useMoments } from '../ui/moment';
import { useNow } from '../ui/now';

const AHEAD_MS = 3 * 24 * 3_600_000;

/** HAR-4.3.4a: planned work is announced on every page, three days ahead; what stands in the way now, too. */
export function StatusBanner() {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useNow();
  const status = useStatus();
  if (status.kind !== 'value') return null;
  const here = status.value.now[0];
  const soon = status.value.ahead.find((one) => Date.parse(one.from) - now() < AHEAD_MS);
  if (!here && !soon) return null;
  return (
    <p className="announce" role="status">
      {here
        ? t(`status.now.${here.kind}`)
        : t(`status.ahead.${soon?.kind ?? 'maintenance'}`, {
            from: moments.businessMoment(soon?.from ?? ''),
            until: soon?.until ? moments.businessMoment(soon.until) : '',
          })}{' '}
      <Link to="/status">{t('status.more')}</Link>
    </p>
  );
}
