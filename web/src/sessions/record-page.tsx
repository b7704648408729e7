import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import type { Presence } from '../api/types';
import { useAsk } from '../api/use-ask';
import { Answer } from '../ui/answer';
import { ClauseNote } from '../ui/clause';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { MessagesCard } from './messages-card';
import { eventsOf, type RoomEvent } from './room-events';

type Decided = NonNullable<Presence['decided']>;
type Sealed = NonNullable<Presence['record']>;

/** Everything that is on record of one session, the same for both: nothing of what was said is (HAR-3.4). */
export function RecordPage() {
  const { id } = useParams({ from: '/bookings/$id/record' });
  const { t } = useTranslation('sessions');
  const presence = useAsk(['presence', id], () => outcomeOf(api.GET('/v1/bookings/{id}/presence', { params: { path: { id } } })), { pollMs: 20_000 });
  return (
    <Page
      title={t('record.title')}
      lead={<p>{t('record.lead')}</p>}
      back={
        <BackLink to="/bookings/$id" params={{ id }}>
          {t('join.back')}
        </BackLink>
      }
    >
      <Answer of={presence}>{(value) => <Whole id={id} presence={value} />}</Answer>
    </Page>
  );
}

function Whole({ id, presence }: { id: string; presence: Presence }) {
  const { t } = useTranslation('sessions');
  const moments = useMoments();
  const whose = useWhose();
  const columns = [
    { title: t('record.when'), cell: (event: RoomEvent) => moments.exact(event.at) },
    { title: t('record.who'), cell: (event: RoomEvent) => whose(event.who) },
    { title: t('record.what'), cell: (event: RoomEvent) => t(`record.event.${event.what}`) },
  ];
  return (
    <>
      {presence.decided ? <Decision decided={presence.decided} /> : <Notice tone="calm">{<p>{t('record.not_yet')}</p>}</Notice>}
      <Card title={t('record.events')}>
        <p>{t('record.times', { from: moments.full(presence.starts_at), until: moments.exact(presence.ends_at) })}</p>
        <DataTable label={t('record.events')} columns={columns} rows={eventsOf(presence)} rowKey={(event) => `${event.at} ${event.who} ${event.what}`} empty={t('record.nobody')} />
      </Card>
      {presence.decided ? <ConnectionCard decided={presence.decided} /> : null}
      <MessagesCard id={id} />
      {presence.record ? <Signature id={id} sealed={presence.record} /> : null}
    </>
  );
}

/** Oneself is "you"; the other is called by their part. */
function useWhose() {
  const { t } = useTranslation('sessions');
  const own = useMe()?.role === 'specialist' ? 'specialist' : 'client';
  return (who: RoomEvent['who']) => (who === own ? t('join.you') : t(`record.side.${who}`));
}

function Decision({ decided }: { decided: Decided }) {
  const { t } = useTranslation('sessions');
  const held = decided.attendance === 'held';
  return (
    <Notice tone={held ? 'good' : 'warn'} title={t(`record.attendance.${decided.attendance}`)}>
      {decided.extension_seconds > 0 ? <p>{t('record.extension', { time: spell(decided.extension_seconds) })}</p> : null}
      {decided.missing_minutes > 0 ? <p>{t('record.missing', { count: decided.missing_minutes })}</p> : null}
      <p>{t(`record.follows.${decided.attendance}`)}</p>
      <ClauseNote clause={decided.clause} />
    </Notice>
  );
}

function ConnectionCard({ decided }: { decided: Decided }) {
  const { t } = useTranslation('sessions');
  const whose = useWhose();
  const lines: [string, number][] = [
    [t('record.together'), decided.together_seconds],
    [t('record.media'), decided.media_seconds],
    [t('record.lost', { who: whose('client') }), decided.client_seconds],
    [t('record.lost', { who: whose('specialist') }), decided.specialist_seconds],
    [t('record.service'), decided.service_seconds],
    [t('record.disputed'), decided.disputed_seconds],
  ];
  if (decided.relay) {
    lines.push(
      [t('record.silent', { who: whose('client') }), decided.relay.client_silent_seconds],
      [t('record.silent', { who: whose('specialist') }), decided.relay.specialist_silent_seconds],
      [t('record.refuted', { who: whose('client') }), decided.relay.client_refuted_seconds],
      [t('record.refuted', { who: whose('specialist') }), decided.relay.specialist_refuted_seconds],
    );
  }
  return (
    <Card title={t('record.connection')}>
      <p>{t(`record.failed.${decided.failed}`)}</p>
      <dl className="facts">
        {lines
          .filter(([, seconds], index) => index < 2 || seconds > 0)
          .map(([words, seconds]) => (
            <Line key={words} words={words} time={spell(seconds)} />
          ))}
      </dl>
      <p className="soft small">{decided.relay ? t('record.relay_told') : t('record.relay_silent')}</p>
      <ClauseNote clause={decided.connection_clause} />
    </Card>
  );
}

function Line({ words, time }: { words: string; time: string }) {
  return (
    <>
      <dt>{words}</dt>
      <dd>{time}</dd>
    </>
  );
}

function Signature({ id, sealed }: { id: string; sealed: Sealed }) {
  const { t } = useTranslation('sessions');
  const moments = useMoments();
  const file = useMemo(() => `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(sealed))}`, [sealed]);
  return (
    <Card title={t('record.signature')}>
      <p>{t('record.signed', { at: moments.full(sealed.signed_at) })}</p>
      <p>{t('record.verify')}</p>
      <p className="soft small code-line">{t('record.key', { key: sealed.public_key })}</p>
      <div>
        <a className="button" data-look="quiet" download={`session-${id}.json`} href={file}>
          {t('record.download')}
        </a>
      </div>
    </Card>
  );
}

/** `50:00` and `1:02:03`. */
function spell(seconds: number): string {
  const two = (of: number) => String(of).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
