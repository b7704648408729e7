import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { Answer } from '../ui/answer';
import { Page } from '../ui/page';
import { OutageForm } from './outage-form';
import { OutageItem } from './outage-item';

/** When the service does not work, or will not: who is touched by it, what they were told, and what was done about it. */
export function OutagesPage() {
  const { t } = useTranslation('staff');
  const me = useMe();
  const client = useQueryClient();
  const outages = useAsk(['staff-outages'], () => outcomeOf(api.GET('/v1/staff/outages')), { pollMs: 30_000 });
  const mayWrite = me?.role === 'support' || me?.role === 'administrator';
  async function changed() {
    await client.invalidateQueries({ queryKey: ['staff-outages'] });
    await client.invalidateQueries({ queryKey: ['status'] });
  }
  return (
    <Page title={t('outages.title')} lead={<p>{t('outages.lead')}</p>}>
      {mayWrite ? <OutageForm onOpened={() => void changed()} /> : null}
      <Answer of={outages}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('outages.none')}</p>
          ) : (
            <ol className="promises" aria-label={t('outages.list')}>
              {items.map((outage) => (
                <OutageItem key={outage.id} outage={outage} mayWrite={mayWrite} onChanged={() => void changed()} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Page>
  );
}
