import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { EquipmentCheck } from '../api/types';
import { knownText } from '../i18n/known-text';
import { ActNote } from '../ui/answer';
import { Button, ButtonLink } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { Notice } from '../ui/notice';
import { BackLink, Card, Page } from '../ui/page';
import { DevicePickers } from './device-pickers';
import { listDevices } from './media';
import { MicrophoneMeter, SpeakerTest } from './sound-tests';
import { Preview } from './pre-join';
import { tryRelay, type RelayTrial } from './relay-trial';
import { measureKbps } from './speed';
import { useMedia, type MediaOfPage } from './use-media';

const megabits = (kbps: number): string => String(Math.floor(kbps / 100) / 10).replace('.', ',');

interface Measured {
  camera: boolean;
  microphone: boolean;
  speaker: boolean;
  bandwidth_kbps?: number;
  relay?: RelayTrial;
}

/** HAR-3.5: what is needed, what there is, and the speed beside the one required. A failed check warns and blocks nothing. */
export function EquipmentPage() {
  const { id } = useParams({ from: '/bookings/$id/equipment' });
  const { t } = useTranslation('sessions');
  const brand = useBrand();
  const media = useMedia();
  return (
    <Page
      title={t('check.title')}
      lead={<p>{t('check.lead', { mbps: brand?.equipment?.min_bandwidth_mbps ?? '' })}</p>}
      back={
        <BackLink to="/bookings/$id" params={{ id }}>
          {t('join.back')}
        </BackLink>
      }
    >
      <div className="two">
        <div className="stack">
          <Preview media={media} />
          {media.stream ? <DevicePickers media={media} /> : null}
          {media.stream ? <MicrophoneMeter stream={media.stream} /> : null}
          <SpeakerTest speaker={media.choice.speaker} />
        </div>
        <Measuring bookingId={id} media={media} />
      </div>
    </Page>
  );
}

function Measuring({ bookingId, media }: { bookingId: string; media: MediaOfPage }) {
  const { t } = useTranslation('sessions');
  const client = useQueryClient();
  const [kbps, setKbps] = useState<number | null>(null);
  const [measuring, setMeasuring] = useState(false);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort();
  }, []);
  const save = useAct((body: Measured, key) =>
    outcomeOf(api.PUT('/v1/bookings/{id}/equipment-check', { params: { path: { id: bookingId }, header: { 'Idempotency-Key': key } }, body })),
  );
  async function run() {
    setMeasuring(true);
    setKbps(0);
    const measured = await measureKbps(setKbps, stop.current.signal);
    setKbps(measured);
    const relay = await trial(bookingId, media.stream, stop.current.signal);
    setMeasuring(false);
    const devices = await listDevices();
    await save.run({
      camera: (media.stream?.getVideoTracks().length ?? 0) > 0,
      microphone: (media.stream?.getAudioTracks().length ?? 0) > 0,
      // Browsers that list no outputs play through the device's own speaker.
      speaker: devices.speakers.length > 0 || media.stream !== null,
      ...(measured === null ? {} : { bandwidth_kbps: measured }),
      ...(relay === null ? {} : { relay }),
    });
    await client.invalidateQueries({ queryKey: ['booking', bookingId] });
  }
  return (
    <div className="stack">
      <Card title={t('check.speed')}>
        <p className="big-money" role="status">
          {kbps === null ? t('check.not_measured') : t('check.mbps', { mbps: megabits(kbps) })}
        </p>
        <Button look="primary" onPress={() => void run()} busy={measuring || save.running} isDisabled={!media.stream}>
          {t('check.run')}
        </Button>
        {media.stream ? null : <p className="soft small">{t('check.open_first')}</p>}
      </Card>
      <ActNote state={save.state} />
      {save.state.kind === 'value' ? <Verdict bookingId={bookingId} check={save.state.value} /> : null}
      {save.state.kind === 'value' ? <RelayNote check={save.state.value} /> : null}
    </div>
  );
}

/** Through the relay and back, where calls go through one and the booking is paid; null otherwise. */
async function trial(bookingId: string, stream: MediaStream | null, stop: AbortSignal): Promise<RelayTrial | null> {
  const access = await outcomeOf(api.GET('/v1/bookings/{id}/relay-access', { params: { path: { id: bookingId } } }));
  if (access.kind !== 'value' || access.value.ice_servers.length === 0 || !stream || stop.aborted) return null;
  return tryRelay(access.value.ice_servers, stream, stop);
}

function RelayNote({ check }: { check: EquipmentCheck }) {
  const { t } = useTranslation('sessions');
  const { relay } = check;
  if (!relay) return null;
  return (
    <Notice tone={relay.advice === 'good' ? 'good' : 'warn'} title={t(`check.relay.${relay.advice}`)}>
      {relay.kbps === undefined ? null : (
        <p>{t('check.relay.figures', { mbps: megabits(relay.kbps), lost: (relay.lost_permille ?? 0) / 10, ms: relay.round_trip_ms ?? '—' })}</p>
      )}
      {relay.advice === 'good' ? null : <p>{t(`check.relay.${relay.advice}_text`)}</p>}
    </Notice>
  );
}

function Verdict({ bookingId, check }: { bookingId: string; check: EquipmentCheck }) {
  const { t } = useTranslation('sessions');
  if (check.passed) {
    return (
      <Notice tone="good" title={t('check.passed')} live>
        <p>{t('check.saved')}</p>
        <div>
          <ButtonLink to="/bookings/$id" params={{ id: bookingId }}>
            {t('join.back')}
          </ButtonLink>
        </div>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={t('check.failed')} live>
      {check.missing.map((part) => (
        <p key={part}>{knownText('sessions', `check.missing.${part}`) ?? part}</p>
      ))}
      {check.bandwidth_ok ? null : (
        <p>
          {check.bandwidth_kbps === undefined
            ? t('check.unmeasured', { required: megabits(check.required_kbps) })
            : t('check.slow', { measured: megabits(check.bandwidth_kbps), required: megabits(check.required_kbps) })}
        </p>
      )}
      <p>{t('check.not_blocking')}</p>
      <ClauseNote clause={check.clause} />
    </Notice>
  );
}
