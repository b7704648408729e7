// One call between two homes behind routers that give every connection a port of its own, so that only the relay is left
// to them. Each test goes on in the same call: what broke has to heal, and what healed to last.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { enterRoom, nothingIsSent, onlySoundFlows, pathOfMedia } from '../browser/lib/call.mjs';
import { sees } from '../browser/lib/steps.mjs';
import { wordsOf } from '../browser/lib/words.mjs';
import { Nets } from './lib/nets.mjs';
import { TwoHomes } from './lib/two-homes.mjs';

const t = wordsOf('ru');
const nets = new Nets(process.env.KELISIM_NETS);
let homes;
let business;
let way;
let client;
let psychologist;
let booking;

before(async () => {
  homes = await TwoHomes.open(nets, { minutesBefore: 4 });
  ({ business, way, client, psychologist, booking } = homes);
});

after(() => homes?.close());

const bothSee = () => homes.bothSee();

/** Waits until both see each other again; says how long it took. */
async function recovery(context, what) {
  const began = performance.now();
  await bothSee();
  context.diagnostic(`${what}: both saw 20 new frames after ${Math.round(performance.now() - began)} ms`);
}

test('the two meet through the relay, and neither page learns the other’s address', async () => {
  await enterRoom(client.page, booking);
  await enterRoom(psychologist.page, booking);
  await bothSee();
  for (const { page } of [client, psychologist]) {
    const media = await pathOfMedia(page);
    assert.deepEqual([media.local.type, media.remote.type], ['relay', 'relay']);
    assert.equal(media.remote.address, '198.51.100.11');
    assert.doesNotMatch(await page.evaluate(() => window.journeyHeard()), /10\.[12]\.0\.|198\.51\.100\.2[12]/);
  }
});

test('a cut of ten seconds heals by itself', async (context) => {
  nets.cut('a');
  await sees(psychologist.page, t('sessions:status.early'));
  await pause(10_000);
  nets.mend('a');
  await recovery(context, 'after a cut of ten seconds');
});

test('a cut of both that lasts until both have given up heals by itself', async (context) => {
  nets.cut('a');
  nets.cut('b');
  await pause(20_000);
  // What is lost teaches a browser that the line is slow, and it would come back with a picture that takes ten seconds.
  for (const { page } of [client, psychologist]) await nothingIsSent(page);
  await pause(2_000);
  nets.mend('a');
  nets.mend('b');
  await recovery(context, 'after a cut of both for 25 s');
});

test('a device that comes into another network goes on with a new address', async (context) => {
  nets.move('b', 7);
  await recovery(context, 'after a change of address');
});

test('one packet of twenty lost and a tenth of a second each way do not end the picture', async (context) => {
  nets.lose('a', 5);
  way.delayMs = 100;
  await recovery(context, 'with loss and delay');
  way.delayMs = 0;
  nets.mend('a');
});

test('the server ends and begins anew: the picture does not stop, and the two are together in the room again', async (context) => {
  await bothSee();
  await Promise.all([client, psychologist].map(({ page }) => page.evaluate(() => window.journeyWatchGaps())));
  await business.close();
  await pause(3000);
  await business.open();
  const began = performance.now();
  await client.page.getByRole('button', { name: t('sessions:call.audio_only') }).click();
  await sees(psychologist.page, t('sessions:status.peer_sound_only'));
  context.diagnostic(`the room was back ${Math.round(performance.now() - began)} ms after the server`);
  const gaps = await Promise.all([client, psychologist].map(({ page }) => page.evaluate(() => window.journeyGaps())));
  context.diagnostic(`longest silence while the server was away: ${gaps.join(' and ')} ms`);
  for (const gap of gaps) assert.ok(gap > 0 && gap < 2000, `sound stopped for ${gap} ms`);
  await Promise.all([onlySoundFlows(client.page), onlySoundFlows(psychologist.page)]);
  await client.page.getByRole('button', { name: t('sessions:call.video_on') }).click();
  await bothSee();
});

test('where UDP is closed the two meet over TCP', async () => {
  nets.blockUdp('a');
  await client.page.reload();
  await enterRoom(client.page, booking);
  await bothSee();
  const media = await pathOfMedia(client.page);
  assert.equal(media.local.relayProtocol, 'tcp');
  nets.mend('a');
});

test('the record holds every stay, by the clock of the server', async () => {
  const record = await client.page.evaluate(async (id) => (await fetch(`/v1/bookings/${id}/presence`)).json(), booking);
  for (const who of ['client', 'specialist']) {
    const stays = record.stays.filter((stay) => stay.who === who);
    assert.ok(stays.length >= 2, `${who}: ${JSON.stringify(stays)}`);
    assert.equal(stays.filter((stay) => stay.left_at === undefined).length, 1);
    assert.ok(stays.filter((stay) => stay.left_at !== undefined).every((stay) => ['lost', 'replaced'].includes(stay.reason)));
  }
});
