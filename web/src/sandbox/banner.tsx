import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { useTick } from '../ui/now';
import { Drawer } from './drawer';

/** Says on every page that nothing here is real, and opens the rehearsal's controls. Exists in sandbox mode only. */
export default function SandboxBanner() {
  const { t } = useTranslation('sandbox');
  const [open, setOpen] = useState(false);
  const moments = useMoments();
  const now = new Date(useTick()).toISOString();
  return (
    <>
      <section className="sandbox" aria-label={t('title')}>
        <p>
          <span className="strong">{t('title')}</span> · {t('text')}
        </p>
        <p className="nowrap">{moments.businessMoment(now)}</p>
        <Button look="quiet" onPress={() => setOpen(!open)} aria-expanded={open}>
          {open ? t('close') : t('open')}
        </Button>
      </section>
      {open ? <Drawer /> : null}
    </>
  );
}
