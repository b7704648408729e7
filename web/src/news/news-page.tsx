import { useTranslation } from 'react-i18next';
import { Answer } from '../ui/answer';
import { useMoments } from '../ui/moment';
import { Empty, Page } from '../ui/page';
import { More } from '../ui/pages';
import { useNews } from './asks';

/** HAR-4.1.2a: news of the business stand in the account of everybody. */
export function NewsPage() {
  const { t, i18n } = useTranslation('news');
  const moments = useMoments();
  const news = useNews(i18n.language);
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>} width="text">
      <Answer of={news}>
        {(pages) => {
          const all = pages.flatMap((page) => page.items);
          if (all.length === 0) return <Empty title={t('empty.title')} text={t('empty.text')} />;
          return (
            <>
              <ul className="lines">
                {all.map((one) => (
                  <li key={one.id} className="card stack-tight">
                    <h2>{one.title}</h2>
                    <p className="soft small">{moments.full(one.published_at)}</p>
                    <p className="message">{one.body}</p>
                  </li>
                ))}
              </ul>
              <More of={news} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
