import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { makeRouter } from './router';

const REGION = { ru: 'ru-RU', kk: 'ru-RU', en: 'en-US' } as const;

export function App() {
  const { i18n } = useTranslation();
  const [client] = useState(() => new QueryClient());
  const [router] = useState(() => makeRouter(client));
  // React Aria speaks no Kazakh; its own few words are all given by us, so this only names a locale it knows.
  const locale = REGION[i18n.language as keyof typeof REGION] ?? REGION.ru;
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}
