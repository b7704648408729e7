import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button';
import { Empty, Page } from '../ui/page';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('lost.title')} width="text">
      <Empty
        title={t('lost.what')}
        text={t('lost.text')}
        act={
          <ButtonLink to="/" look="primary">
            {t('lost.home')}
          </ButtonLink>
        }
      />
    </Page>
  );
}

export function Broken({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('broken.title')} width="text">
      <Empty
        title={t('broken.what')}
        text={t('broken.text')}
        act={
          <Button look="primary" onPress={again}>
            {t('act.again')}
          </Button>
        }
      />
    </Page>
  );
}
