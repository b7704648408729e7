import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useBrand } from '../api/brand';
import { becomeSomebodyElse, useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { CrisisButton } from '../crisis/crisis-button';
import { ActNote } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { forgetDrafts } from '../ui/draft';
import { Notice } from '../ui/notice';
import { Card, Page } from '../ui/page';
import { NewsChoiceCard } from '../news/news-choice';
import { AcceptancesList, AccessLog } from './account-records';
import { EmailCard } from './email-card';
import { DisclosureList } from './disclosure-list';
import { QuestionnaireForm } from './questionnaire-form';
import { SettingsForm } from './settings-form';
import { SignInSessions } from './sign-in-sessions';

export function AccountPage() {
  const { t } = useTranslation(['account', 'common']);
  const me = useMe();
  const blocks = useBrand()?.account_blocks ?? [];
  if (!me) return null;
  const client = me.role === 'client';
  return (
    <Page title={me.display_name ?? t('title')} lead={<p>{me.phone_masked}</p>} width="text">
      {client ? <UrgentCard /> : null}
      <EmailCard me={me} />
      <SettingsForm me={me} />
      {client && me.state !== 'blocked' ? <QuestionnaireCard /> : null}
      {client ? (
        <p>
          <Link to="/contract">{t('contract')}</Link>
        </p>
      ) : null}
      {blocks.includes('sign_in_sessions') ? <SignInSessions /> : null}
      {client ? <ClaimsCard /> : null}
      {client ? <NewsChoiceCard /> : null}
      {client ? <AcceptancesList /> : null}
      {client ? <AccessLog /> : null}
      <p>
        <a href="/v1/me/data" download="my-data.json">
          {t('own_data')}
        </a>
      </p>
      {client ? <DisclosureList /> : null}
      {client ? (
        <Notice>
          <p>{t('no_recording')}</p>
        </Notice>
      ) : null}
      <SignOut />
    </Page>
  );
}

/** HAR-3.12b: a change of condition is told from the account at any hour. */
function UrgentCard() {
  const { t } = useTranslation();
  return (
    <section className="card row-apart">
      <p>{t('alert.from_account')}</p>
      <CrisisButton />
    </section>
  );
}

function ClaimsCard() {
  const { t } = useTranslation('claims');
  return (
    <Card title={t('list.title')}>
      <p>{t('list.short')}</p>
      <div>
        <ButtonLink to="/claims" look="secondary">
          {t('list.open')}
        </ButtonLink>
      </div>
    </Card>
  );
}

function QuestionnaireCard() {
  const { t } = useTranslation(['account', 'common']);
  const [saved, setSaved] = useState(false);
  return (
    <Card title={t('questionnaire')}>
      <QuestionnaireForm onSaved={() => setSaved(true)} />
      {saved ? (
        <Notice tone="good" live>
          <p>{t('common:act.saved')}</p>
        </Notice>
      ) : null}
    </Card>
  );
}

function SignOut() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useAct((_: null, key) =>
    outcomeOf(api.DELETE('/v1/sessions/current', { params: { header: { 'Idempotency-Key': key } } })),
  );
  async function run() {
    const outcome = await leave.run(null);
    if (outcome?.kind !== 'value') return;
    becomeSomebodyElse(client, null);
    forgetDrafts();
    await navigate({ to: '/' });
  }
  return (
    <div className="stack-tight">
      <ActNote state={leave.state} />
      <div>
        <Button onPress={() => void run()} busy={leave.running}>
          {t('sign_out')}
        </Button>
      </div>
    </div>
  );
}
