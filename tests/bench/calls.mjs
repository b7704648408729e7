// Figures of calls in real browsers, as rows of docs/benchmarks.md: `node tests/bench/calls.mjs`. Beside each stands what two
// bare connections of one page come to, with no server between them, in the same run.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Business } from '../browser/lib/business.mjs';
import { openBrowser, openContext } from '../browser/lib/browser.mjs';
import { enterRoom, leaveRoom, listenToMedia, videoFlows } from '../browser/lib/call.mjs';
import { becomeClient, enterAsStaff, freeSlot, payByHand, tick } from '../browser/lib/steps.mjs';
import { wordsOf } from '../browser/lib/words.mjs';
import { cpuSeconds, middle, row, slow } from './figures.mjs';

const JOINS = 20;
const MINUTE_MS = 60_000;
const AIM_MS = { direct: 1000, relay: 1500 };
const t = wordsOf('ru');

for (const media of ['direct', 'relay']) await measure(media);

async function measure(media) {
  const business = await Business.start({ brandIn: (folder) => brandWith(folder, media) });
  const browser = await openBrowser();
  try {
    const page = async () => (await openContext(browser, business)).newPage();
    const [client, psychologist, bare] = [await page(), await page(), await page()];
    await business.clock('2026-12-07T04:00:00Z');
    await listenToMedia(client);
    await listenToMedia(psychologist);
    await becomeClient(client, business);
    const slot = await freeSlot(business);
    const booking = await payByHand(client, business, slot);
    await business.clock(new Date(Date.parse(slot.startsAt) - 4 * MINUTE_MS));
    await enterAsStaff(psychologist, business, (one) => one.id === slot.specialist.id);
    await enterRoom(psychologist, booking);

    const joins = [];
    const began = cpuSeconds(business.process.pid);
    for (let at = 0; at < JOINS; at += 1) {
      joins.push(await joinMs(client, booking));
      await videoFlows(client);
      await leaveRoom(client);
    }
    const cpu = (1000 * (cpuSeconds(business.process.pid) - began)) / JOINS;
    const servers = await client.evaluate(async (id) => (await (await fetch(`/v1/bookings/${id}/relay-access`)).json()).ice_servers, booking);
    await bare.goto('/help');
    const limits = [];
    for (let at = 0; at < JOINS; at += 1) limits.push(await bare.evaluate(bareMs, [servers, media === 'relay' ? 'relay' : 'all']));
    row(
      `join to first remote frame, ${media === 'relay' ? 'through the relay' : 'direct'}, p50 / p95`,
      `${middle(joins)} / ${slow(joins)} ms`,
      `${middle(limits)} / ${slow(limits)} ms`,
      `aim ${AIM_MS[media]} ms; ${JOINS} joins, the page open and the camera on; the limit is two bare connections of one page, ${(middle(joins) / middle(limits)).toFixed(1)} times`,
    );
    if (media === 'relay') row('processor time of the server for a call set up and left', `${cpu.toFixed(1)} ms`, '—', 'pages, join, signalling, leave');
  } finally {
    await browser.close();
    await business.stop();
  }
}

function brandWith(folder, media) {
  const brand = path.join(folder, 'harmonia');
  cpSync(path.resolve(import.meta.dirname, '../../brands/harmonia'), brand, { recursive: true });
  const file = path.join(brand, 'brand.toml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^mode = "relay"/m, `mode = "${media}"`));
  return brand;
}

/** From the press of "enter" to the first frame of the other that was decoded. */
async function joinMs(page, booking) {
  await page.goto(`/bookings/${booking}/room`);
  await page.getByRole('button', { name: t('sessions:join.open_media') }).click();
  await page.getByLabel(t('sessions:join.you')).waitFor();
  await tick(page, t('sessions:join.rule_recording'));
  return page.getByRole('button', { name: t('sessions:join.enter') }).evaluate(async (button) => {
    const began = performance.now();
    button.click();
    while ((await window.journeyInbound()).frames === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - began;
  });
}

/** Runs in a page: the same between two connections of its own. */
async function bareMs([iceServers, iceTransportPolicy]) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 480 } });
  const began = performance.now();
  const [near, far] = [0, 1].map(() => new RTCPeerConnection({ iceServers, iceTransportPolicy, bundlePolicy: 'max-bundle' }));
  near.onicecandidate = ({ candidate }) => far.addIceCandidate(candidate);
  far.onicecandidate = ({ candidate }) => near.addIceCandidate(candidate);
  stream.getTracks().forEach((track) => near.addTrack(track, stream));
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription);
  const frames = async () => [...(await far.getStats()).values()].reduce((sum, one) => sum + (one.framesDecoded ?? 0), 0);
  while ((await frames()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const took = performance.now() - began;
  near.close();
  far.close();
  stream.getTracks().forEach((track) => track.stop());
  return took;
}
