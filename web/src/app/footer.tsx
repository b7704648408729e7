import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { useMe } from '../api/me';
import { showPhone } from '../ui/phone';

/** When the staff answer, by the clock of the business; a message may be sent at any hour. */
function SupportHours({ open, close }: { open: string; close: string }) {
  const { t } = useTranslation();
  return <p className="soft">{t('foot.support_hours', { open, close })}</p>;
}

/** HAR-4.2.14a: the address and contacts of the staff stand on every page. HAR-0e: so does the provider. */
export function Footer() {
  const { t } = useTranslation();
  const brand = useBrand();
  const me = useMe();
  return (
    <footer className="foot">
      <div className="foot-inner">
        <div className="stack-tight">
          <p className="strong">{brand?.provider.display_name ?? brand?.name ?? t('shell.brand')}</p>
          <p className="soft">{t('foot.about')}</p>
          <p className="soft">{t('foot.no_psychiatry')}</p>
        </div>
        <div>
          <p className="strong">{t('foot.contacts')}</p>
          <ul className="plain">
            {brand?.provider.support_email ? (
              <li>
                <a href={`mailto:${brand.provider.support_email}`}>{brand.provider.support_email}</a>
              </li>
            ) : null}
            {brand?.provider.support_phone ? (
              <li>
                <a href={`tel:${brand.provider.support_phone}`}>{showPhone(brand.provider.support_phone)}</a>
              </li>
            ) : null}
            {me?.role === 'client' ? (
              <li>
                <Link to="/claims">{t('foot.ask')}</Link>
              </li>
            ) : null}
          </ul>
          {brand?.support_hours ? <SupportHours open={brand.support_hours.open} close={brand.support_hours.close} /> : null}
        </div>
        <nav aria-label={t('foot.documents')}>
          <p className="strong">{t('foot.documents')}</p>
          <ul className="plain">
            <li>
              <Link to="/offers/$document/$version" params={{ document: 'offer', version: 'current' }}>
                {t('foot.offer')}
              </Link>
            </li>
            <li>
              <Link to="/offers/$document/$version" params={{ document: 'privacy', version: 'current' }}>
                {t('foot.privacy')}
              </Link>
            </li>
            <li>
              <Link to="/status">{t('status.title')}</Link>
            </li>
            <li>
              <Link to="/staff/sign-in">{t('foot.staff')}</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
