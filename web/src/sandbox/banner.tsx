import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { setServerClock, useTick } from '../ui/now';
import { Drawer } from './drawer';

/** Says on every page that nothing here is real, and opens the rehearsal's controls. Exists in sandbox mode only. */
export default function SandboxBanner() {
  const { t } = useTranslation('sandbox');
  const [open, setOpen] = useState(false);
  const moments = useMoments();
  const clock = useAsk(['sandbox-clock'], () => outcomeOf(api.GET('/sandbox/clock', {})), { pollMs: 10_000 });
  const told = clock.kind === 'value' ? clock.value.now : null;
  useEffect(() => setServerClock(told), [told]);
  const now = new Date(useTick()).toISOString();
  return (
    <>
      <section className="sandbox" aria-label={t('title')}>
        <p>
          <span className="strong">{t('title')}</span>
          <span className="sandbox-text"> · {t('text')}</span>
        </p>
        <p className="nowrap">{moments.businessClock(now)}</p>
        <Button look="quiet" onPress={() => setOpen(!open)} aria-expanded={open}>
          {open ? t('close') : t('open')}
        </Button>
      </section>
      {open ? <Drawer /> : null}
    </>
  );
}
