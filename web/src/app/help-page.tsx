import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { Card, Page } from '../ui/page';

// Public emergency services of Kazakhstan. They stand here too, so that the page works without the server.
const LINES = [
  { phone: '112', name: 'rescue' },
  { phone: '103', name: 'ambulance' },
  { phone: '150', name: 'trust' },
  { phone: '111', name: 'children' },
] as const;

export function HelpPage() {
  const { t } = useTranslation();
  const brand = useBrand();
  return (
    <Page title={t('help.title')} lead={<p>{t('help.lead')}</p>} width="text">
      <ul className="lines">
        {LINES.map((line) => (
          <li key={line.phone}>
            <a className="line" href={`tel:${line.phone}`}>
              <span className="line-number">{line.phone}</span>
              <span>
                <span className="strong">{t(`help.${line.name}.name`)}</span>
                <br />
                <span className="soft">{t(`help.${line.name}.text`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
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
