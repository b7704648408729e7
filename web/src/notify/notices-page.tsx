import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAskPages } from '../api/use-ask-pages';
import type { Notice } from '../api/types';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { useMoments } from '../ui/moment';
import { Empty, Page } from '../ui/page';
import { More } from '../ui/pages';

export function NoticesPage() {
  const { t } = useTranslation('notify');
  const notices = useAskPages(['notices'], (query) => outcomeOf(api.GET('/v1/notices', { params: { query } })), {
    next: (page) => page.next,
    pollMs: 30_000,
  });
  return (
    <Page title={t('title')} width="text" lead={<NewsLink />}>
      <Answer of={notices}>
        {(pages) => {
          const all = pages.flatMap((page) => page.items);
          if (all.length === 0) return <Empty title={t('empty.title')} text={t('empty.text')} />;
          return (
            <>
              <ul className="lines">
                {all.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} />
                ))}
              </ul>
              <More of={notices} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function NewsLink() {
  const { t } = useTranslation('news');
  return (
    <p>
      <Link to="/news">{t('choice.read')}</Link>
    </p>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notify');
  const moments = useMoments();
  const client = useQueryClient();
  const read = useAct(async (_: null, key) => {
    const outcome = await outcomeOf(
      api.POST('/v1/notices/{id}/reading', { params: { path: { id: notice.id }, header: { 'Idempotency-Key': key } } }),
    );
    await client.invalidateQueries({ queryKey: ['notices'] });
    return outcome;
  });
  return (
    <li className="card stack-tight">
      <div className="row-apart">
        <h2>{notice.title}</h2>
        {notice.read_at ? null : (
          <span className="chip" data-tone="teal">
            {t('new')}
          </span>
        )}
      </div>
      <p className="soft small">{moments.full(notice.at)}</p>
      <p>{notice.body}</p>
      <div className="row">
        {speaksOfClaim(notice) ? (
          <Link to="/claims/$id" params={{ id: notice.subject }} className="inline-act">
            {t('open_claim')}
          </Link>
        ) : null}
        {speaksOfBooking(notice) ? (
          <Link to="/bookings/$id" params={{ id: notice.subject }} className="inline-act">
            {t('open_booking')}
          </Link>
        ) : null}
        {notice.read_at ? null : (
          <Button look="quiet" onPress={() => void read.run(null)} busy={read.running}>
            {t('mark_read')}
          </Button>
        )}
      </div>
    </li>
  );
}

const speaksOfClaim = (notice: Notice): boolean => notice.template_name.startsWith('claim_');
// Every other notice there is so far speaks of a booking, except the one-time code.
const speaksOfBooking = (notice: Notice): boolean =>
  notice.subject !== '' && notice.template_name !== 'otp' && !speaksOfClaim(notice);
