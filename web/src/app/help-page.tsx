import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { useMe } from '../api/me';
import { AlertForm } from '../crisis/alert-form';
import { ContactLines } from '../crisis/contact-lines';
import { Card, Page } from '../ui/page';

export function HelpPage() {
  const { t } = useTranslation();
  const brand = useBrand();
  const me = useMe();
  return (
    <Page title={t('help.title')} lead={<p>{t('help.lead')}</p>} width="text">
      <ContactLines />
      {me?.role === 'client' ? (
        <Card title={t('alert.title')}>
          <AlertForm />
        </Card>
      ) : null}
      <Card title={t('help.now.title')}>
        <ol className="steps">
          <li>{t('help.now.one')}</li>
          <li>{t('help.now.two')}</li>
          <li>{t('help.now.three')}</li>
        </ol>
      </Card>
      <p className="soft">
        {t('help.not_emergency')} {brand ? <a href={`mailto:${brand.provider.support_email}`}>{brand.provider.support_email}</a> : null}
      </p>
    </Page>
  );
}
