import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { Card, Page } from '../ui/page';
import { useContract } from './asks';
import { Decided, Standing } from './decided';
import { EndDialog } from './end-dialog';

/** What the client may know of their contract: how it stands, what was decided and by which clause, how to appeal. */
export function ContractPage() {
  const { t } = useTranslation('contracts');
  const [ending, setEnding] = useState(false);
  const contract = useContract();
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>} width="text">
      <Answer of={contract}>
        {(value) => (
          <>
            <Standing contract={value} />
            {value.decided.map((one) => (
              <Decided key={one.id} one={one} />
            ))}
            {value.decided.length > 0 || value.restriction || value.end ? (
              <Card title={t('appeal.title')}>
                <p>{t('appeal.text')}</p>
                <p>
                  <Link to="/claims">{t('appeal.write')}</Link>
                </p>
                <p>
                  <a href={`mailto:${value.support_email}`}>{value.support_email}</a>
                </p>
              </Card>
            ) : null}
            <p>
              <Link to="/notices">{t('notices')}</Link>
            </p>
            {value.state === 'active' ? (
              <Card title={t('end.title')}>
                <p>{t('end.lead')}</p>
                <div>
                  <Button look="secondary" onPress={() => setEnding(true)}>
                    {t('end.begin')}
                  </Button>
                </div>
              </Card>
            ) : null}
          </>
        )}
      </Answer>
      {ending ? <EndDialog onClose={() => setEnding(false)} /> : null}
    </Page>
  );
}
