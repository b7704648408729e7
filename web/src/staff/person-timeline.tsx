import { useTranslation } from 'react-i18next';
import type { Timeline, TimelineEntry } from '../api/types';
import { knownText } from '../i18n/known-text';
import { ClauseMark } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Card } from '../ui/page';

/** Everything there was with one person, newest first, under its days by the clock of the business. */
export function PersonTimeline({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation(['staff', 'obligations', 'account']);
  const moments = useMoments();
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of timeline.items) {
    const day = moments.businessDay(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <Card title={t('timeline.title')}>
      {[...days].map(([day, entries]) => (
        <section key={day} className="stack-tight">
          <h3>{day}</h3>
          <ol className="timeline" aria-label={day}>
            {entries.map((entry, index) => (
              <Line key={`${entry.at}/${entry.kind}/${entry.subject}/${index}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {timeline.more && !timeline.next ? <p className="soft">{t('timeline.more')}</p> : null}
    </Card>
  );
}

function Line({ entry }: { entry: TimelineEntry }) {
  const moments = useMoments();
  const kind = knownText('staff', `timeline.kind.${entry.kind}`) ?? entry.kind;
  const detail = detailOf(entry);
  return (
    <li>
      <time className="timeline-time" dateTime={entry.at}>
        {moments.businessTime(entry.at)}
      </time>
      <div>
        <p>
          <span className="strong">{kind}</span>
          {detail ? `: ${detail}` : ''}
          {entry.amount ? ` · ${formatMoney(entry.amount)}` : ''}
        </p>
        <p className="soft small">
          {entry.clause ? (
            <>
              <ClauseMark clause={entry.clause} />
              {' · '}
            </>
          ) : null}
          <Subject entry={entry} />
        </p>
      </div>
    </li>
  );
}

/** What it was about: the name of a sealed field, or the number of a thing. */
function Subject({ entry }: { entry: TimelineEntry }) {
  const field = knownText('account', `field.${entry.subject.replace(/^identity\./, '')}`);
  return field ? <span>{field}</span> : <span className="code">{entry.subject}</span>;
}

/** A word of a room in this language: what was decided, what was promised, who acted, or why data was opened. */
function detailOf({ kind, detail }: TimelineEntry): string {
  if (detail === '') return '';
  if (kind === 'terms.decided') return knownText('staff', `decision.${detail}`) ?? detail;
  if (kind.startsWith('obligations.')) return knownText('obligations', `kind.${detail}`) ?? detail;
  return knownText('staff', `timeline.detail.${detail}`) ?? knownText('staff', `purpose.${detail}`) ?? detail;
}
