// Nothing of a call is written down: every write of the server and of the relay to a file is told by strace while two people
// talk through them (HAR-3.4a, HAR-3.4b). The browsers are the people's own and are left out.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { enterRoom } from '../browser/lib/call.mjs';
import { Nets } from './lib/nets.mjs';
import { Trace } from './lib/trace.mjs';
import { TwoHomes } from './lib/two-homes.mjs';

const MEDIA_BYTES = 3_000_000;
const BOOKS = /\/kelisim\.db(-wal|-shm|-journal)?$/;

const nets = new Nets(process.env.KELISIM_NETS);
let folder;
let server;
let relay;
let homes;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kelisim-trace-'));
  server = new Trace(path.join(folder, 'server'));
  relay = new Trace(path.join(folder, 'relay'));
  homes = await TwoHomes.open(nets, { minutesBefore: 1, traces: { server, relay } });
});

after(async () => {
  await homes?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what two people say and show is written to no file', async (context) => {
  for (const page of homes.pages) await enterRoom(page, homes.booking);
  await homes.bothSee();
  assert.ok(server.begin() > 0 && relay.begin() > 0, 'both are traced from their start on');
  const held = booksBytes();
  const came = await mediaOf(MEDIA_BYTES);

  const byRelay = relay.deeds();
  assert.deepEqual([...byRelay.opened], [], 'the relay opens nothing to write');
  assert.deepEqual([...byRelay.bytes.keys()].filter((file) => file !== '/dev/null'), [], 'the relay writes to no file');
  assert.deepEqual(byRelay.made, []);

  const byServer = server.deeds();
  assert.deepEqual([...byServer.opened].filter((file) => !BOOKS.test(file)), [], 'the server opens its database and nothing else');
  assert.deepEqual([...byServer.bytes.keys()].filter((file) => !BOOKS.test(file)), []);
  assert.deepEqual(byServer.made, []);
  assert.ok(byServer.bytes.size > 0, 'the database was written, so writes are seen');
  const grown = booksBytes() - held;
  assert.ok(grown < came / 10, `the database holds ${grown} bytes more while ${came} bytes of media came`);
  context.diagnostic(`${came} bytes of media came; the database of the server holds ${grown} bytes more, the relay wrote none`);
});

/** What the database holds, its pages that wait in the log included. */
function booksBytes() {
  const read = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); print(c.execute('PRAGMA page_count').fetchone()[0]*c.execute('PRAGMA page_size').fetchone()[0])";
  return Number(execFileSync('python3', ['-c', read, path.join(homes.business.data, 'kelisim.db')], { encoding: 'utf8' }));
}

/** Waits until so many bytes of media have come to the two together; how many did. */
async function mediaOf(bytes) {
  const sum = async () => (await Promise.all(homes.pages.map((page) => page.evaluate(() => window.journeyInbound())))).reduce((all, { bytes: own }) => all + own, 0);
  const from = await sum();
  return homes.business.until('media', async () => {
    const came = (await sum()) - from;
    return came >= bytes ? came : null;
  });
}
