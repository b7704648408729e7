// What the two ends of a call really decode, read from the browser's own statistics.
import { setTimeout as pause } from 'node:timers/promises';
import { wordsOf } from './words.mjs';
import { tick } from './steps.mjs';

const t = wordsOf('ru');
const MEDIA_MS = 120_000;
const FRAMES = 20;
const PACKETS = 50;

/** Keeps every connection that the page makes, so that its statistics can be read. @param {import('playwright-core').Page} page */
export async function listenToMedia(page) {
  await page.addInitScript(() => {
    const made = [];
    const Native = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Native {
      constructor(...given) {
        super(...given);
        made.push(this);
      }
    };
    const devices = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await open(wish);
      devices.push(...stream.getTracks());
      return stream;
    };
    window.journeyDevicesOn = () => devices.filter((track) => track.readyState === 'live').length;
    const live = () => made.filter((one) => one.connectionState === 'connected');
    window.journeyPath = async () => {
      const rows = [...(await live()[0].getStats()).values()];
      const of = (id) => rows.find((row) => row.id === id);
      const transport = rows.find((row) => row.type === 'transport');
      const pair = of(transport.selectedCandidatePairId);
      const end = ({ candidateType: type, address, relayProtocol }) => ({ type, address, relayProtocol });
      return { local: end(of(pair.localCandidateId)), remote: end(of(pair.remoteCandidateId)) };
    };
    window.journeyHeard = () => live().map((one) => one.remoteDescription.sdp).join('\n');
    let longest = 0;
    window.journeyGaps = () => Math.round(longest);
    window.journeyWatchGaps = () => {
      let packets = 0;
      let grewAt = performance.now();
      setInterval(async () => {
        const now = (await window.journeyInbound()).packets;
        longest = Math.max(longest, performance.now() - grewAt);
        if (now > packets) grewAt = performance.now();
        packets = now;
      }, 100);
    };
    window.journeySent = async () => {
      let packets = 0;
      for (const peer of made) {
        for (const row of (await peer.getStats()).values()) if (row.type === 'outbound-rtp') packets += row.packetsSent;
      }
      return packets;
    };
    const counted = { frames: new Map(), packets: new Map(), bytes: new Map() };
    // A row begins anew where an offer was rolled back, and is gone with its connection: what it told is told all the same.
    const note = (what, row, told) => {
      const { before, last } = counted[what].get(row) ?? { before: 0, last: 0 };
      counted[what].set(row, { before: told < last ? before + last : before, last: told });
    };
    const read = async () => {
      for (const [at, peer] of made.entries()) {
        for (const row of (await peer.getStats()).values()) {
          if (row.type !== 'inbound-rtp') continue;
          const name = `${at} ${row.id}`;
          note('bytes', name, row.bytesReceived ?? 0);
          if (row.kind === 'video') note('frames', name, row.framesDecoded ?? 0);
          if (row.kind === 'audio') note('packets', name, row.packetsReceived ?? 0);
        }
      }
      const sum = (rows) => rows.values().reduce((all, { before, last }) => all + before + last, 0);
      return { frames: sum(counted.frames), packets: sum(counted.packets), bytes: sum(counted.bytes) };
    };
    let reading = Promise.resolve();
    window.journeyInbound = () => (reading = reading.then(read));
  });
}

/** The two ends of the way that media take now. */
export const pathOfMedia = (page) => page.evaluate(() => window.journeyPath());

/** Waits until this page has let its camera and its microphone go. */
export const devicesAreOff = (page) => page.waitForFunction(() => window.journeyDevicesOn() === 0);

/** Waits until this page has sent no packet of sound or picture for a second. */
export async function nothingIsSent(page) {
  const limit = Date.now() + MEDIA_MS;
  const sent = () => page.evaluate(() => window.journeySent());
  for (let before = await sent(); ; ) {
    await pause(1000);
    const now = await sent();
    if (now === before) return;
    if (Date.now() > limit) throw new Error(`packets were sent for ${MEDIA_MS} ms`);
    before = now;
  }
}

/** Waits until this page has decoded 20 more frames of the other side's video. */
export async function videoFlows(page) {
  await waitForMedia(page, ({ from, now, frames }) => now.frames >= from.frames + frames);
}

/** Waits until sound came for a second (50 packets) in which not one frame of video was decoded. */
export async function onlySoundFlows(page) {
  await waitForMedia(page, ({ from, now, packets }) => {
    if (now.frames !== from.frames) return 'again';
    return now.packets >= from.packets + packets;
  });
}

/** Reads the statistics until `enough` says so; `again` begins to count anew. */
async function waitForMedia(page, enough) {
  const limit = Date.now() + MEDIA_MS;
  let from = null;
  for (;;) {
    const now = await page.evaluate(() => window.journeyInbound());
    from ??= now;
    const word = enough({ from, now, frames: FRAMES, packets: PACKETS });
    if (word === true) return;
    if (word === 'again') from = now;
    if (Date.now() > limit) throw new Error(`media did not come in ${MEDIA_MS} ms: ${JSON.stringify({ from, now })}`);
  }
}

/** Through the door of the room: the camera, the rule, in. The page must have been listened to before. */
export async function enterRoom(page, booking) {
  await page.goto(`/bookings/${booking}/room`);
  await passTheDoor(page);
}

/** From the door, where one may be already, into the room. */
export async function passTheDoor(page) {
  await page.getByRole('button', { name: t('sessions:join.open_media') }).click();
  await page.getByLabel(t('sessions:join.you')).waitFor();
  await tick(page, t('sessions:join.rule_recording'));
  await page.getByRole('button', { name: t('sessions:join.enter') }).click();
  await page.getByRole('toolbar', { name: t('sessions:call.controls') }).waitFor();
}

/** Out of the room by the button and its question. */
export async function leaveRoom(page) {
  await page.getByRole('toolbar').getByRole('button', { name: t('sessions:call.leave') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('sessions:call.leave') }).click();
  await page.waitForURL(/\/bookings\/[^/]+$/);
}
