// A side that lies about what it hears, in a real call: the relay saw what passed, and the record says so (HAR-4.2.13b).
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { enterRoom } from '../browser/lib/call.mjs';
import { readPresence, readSealed } from './lib/ledger.mjs';
import { Nets } from './lib/nets.mjs';
import { TwoHomes } from './lib/two-homes.mjs';

// Twice as long as the relay may be late, and a little.
const LONG_MS = 80_000;
const nets = new Nets(process.env.KELISIM_NETS);
let homes;

after(() => homes?.close());

test('a client who denies all that comes makes nobody else fail', async () => {
  const { verdict } = await sessionWhere('client', false);
  assert.equal(verdict.side, 'none');
  assert.equal(verdict.service_seconds, 0);
  assert.ok(verdict.relay.client_refuted_seconds >= 10, JSON.stringify(verdict));
  assert.equal(verdict.relay.specialist_refuted_seconds, 0);
  assert.ok(verdict.media_seconds < verdict.relay.client_refuted_seconds);
});

/** A short piece of a session in which one side says what it likes; the rest of its hour passes by the clock. */
async function sessionWhere(liar, says) {
  homes = await TwoHomes.open(nets, { minutesBefore: 0 });
  const { business, client, psychologist, booking } = homes;
  const page = liar === 'client' ? client.page : psychologist.page;
  await page.routeWebSocket(/\/room$/, (socket) => lie(socket, says));
  for (const one of homes.pages) await enterRoom(one, booking);
  await homes.bothSee();
  await business.until('what the liar says', async () => {
    const { hearings } = await readPresence(client.page, booking);
    return hearings.some((one) => one.who === liar && one.hears === says && Date.parse(one.until) - Date.parse(one.from) >= LONG_MS);
  }, 300_000);
  await business.clock(homes.ends + 120_000);
  const presence = await business.until('the record', async () => {
    const read = await readPresence(client.page, booking);
    return read.record ? read : null;
  });
  return readSealed(presence.record);
}

function lie(socket, hears) {
  const server = socket.connectToServer();
  socket.onMessage((text) => server.send(JSON.parse(text).type === 'hearing' ? JSON.stringify({ type: 'hearing', hears }) : text));
}
