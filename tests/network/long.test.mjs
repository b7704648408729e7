// A session of fifty minutes by the clock on the wall, with three cuts: nothing is moved on. The relay's credentials of its
// beginning have ended five times over by its end. `bin/network long` runs it, for an hour and alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Nets } from './lib/nets.mjs';
import { TwoHomes } from './lib/two-homes.mjs';
import { WholeSession } from './lib/whole-session.mjs';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 60_000;
const nets = new Nets(process.env.KELISIM_NETS);
const CUTS = [
  { minute: 11, who: ['client'], seconds: 30 },
  { minute: 24, who: ['specialist'], seconds: 15 },
  { minute: 41, who: ['client', 'specialist'], seconds: 25 },
];
let homes;

before(async () => {
  homes = await TwoHomes.open(nets, { minutesBefore: 1, picture: { width: 160, height: 120, frameRate: 5 } });
});

after(() => homes?.close());

test('a session of fifty minutes with three cuts is held', async (context) => {
  const session = new WholeSession(homes, context);
  await session.begin();
  const lookUntil = async (minute) => {
    while ((await session.now()) < homes.starts + minute * MINUTE_MS) {
      await homes.bothSee();
      await pause(Math.max(0, Math.min(LOOK_EVERY_MS, homes.starts + minute * MINUTE_MS - (await session.now()))));
    }
  };
  for (const cut of CUTS) {
    await lookUntil(cut.minute);
    await session.cut(cut);
  }
  await lookUntil(50);
  await homes.bothSee();
  const ended = await session.end();
  session.assertRecord(ended);

  const { attendance, verdict } = ended.sealed;
  assert.equal(attendance.attendance, 'held');
  assert.equal(attendance.because.id, 'HAR-3.9e');
  assert.deepEqual([attendance.extension_seconds, attendance.missing_minutes, attendance.payout], [0, 0, 'usual']);
  assert.equal(verdict.side, 'none');
  assert.ok(verdict.client_seconds >= 25 && verdict.specialist_seconds >= 10 && verdict.service_seconds >= 20);
  assert.ok(verdict.media_seconds >= 45 * 60, `media flowed for ${verdict.media_seconds} s`);
});
