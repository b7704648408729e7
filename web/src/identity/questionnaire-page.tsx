import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { safeNext } from '../app/guard';
import { Card, Page } from '../ui/page';
import { QuestionnaireForm } from './questionnaire-form';

export function QuestionnairePage() {
  const { t } = useTranslation('identity');
  const { next } = useSearch({ from: '/questionnaire' });
  const navigate = useNavigate();
  const me = useMe();
  return (
    <Page title={t('questionnaire.title')} lead={<p>{t('questionnaire.lead')}</p>} width="text">
      <Card>
        <QuestionnaireForm
          onSaved={() => void navigate({ to: me ? safeNext(next ?? '/', { ...me, questionnaire_complete: true }) : '/' })}
        />
      </Card>
    </Page>
  );
}
