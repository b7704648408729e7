// A session of fifty minutes with three cuts, the clock of the business moved on between them: what the record says and
// what is decided from it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Nets } from './lib/nets.mjs';
import { TwoHomes } from './lib/two-homes.mjs';
import { WholeSession } from './lib/whole-session.mjs';

const nets = new Nets(process.env.KELISIM_NETS);
let homes;

before(async () => {
  homes = await TwoHomes.open(nets, { minutesBefore: 1 });
});

after(() => homes?.close());

test('a specialist cut off for two minutes has delivered less than was paid for', async (context) => {
  const session = new WholeSession(homes, context);
  await session.begin();
  await session.goTo(10);
  await session.cut({ who: ['client'], seconds: 8, jump: 30 });
  await session.goTo(25);
  await session.cut({ who: ['specialist'], seconds: 8, jump: 112 });
  await session.goTo(40);
  await session.cut({ who: ['client', 'specialist'], seconds: 8, jump: 62 });
  await session.goTo(49);
  await homes.business.clock(homes.ends);
  const ended = await session.end();
  session.assertRecord(ended);

  const { attendance, verdict } = ended.sealed;
  assert.equal(attendance.attendance, 'under_delivered');
  assert.equal(attendance.because.id, 'HAR-1.session.e');
  assert.ok(attendance.missing_minutes >= 2, `two minutes and a little more were missing: ${attendance.missing_minutes}`);
  assert.equal(attendance.payout, 'on_hold');
  assert.equal(attendance.extension_seconds, 0);
  assert.equal(verdict.side, 'specialist');
  assert.ok(verdict.specialist_seconds >= 115 && verdict.service_seconds >= 60 && verdict.client_seconds >= 33);
});
