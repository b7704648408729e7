// Only the two: the code that each reads to the other, with nobody between them and with somebody.
import assert from 'node:assert/strict';
import { enterRoom, videoFlows } from './lib/call.mjs';
import { Impostor } from './lib/impostor.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { sees } from './lib/steps.mjs';
import { twoPeople } from './lib/two-people.mjs';

const CODE = /^\d{3} \d{3} \d{3} \d{3}$/;

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('the two read the same code to each other', async (tools) => {
  const { t, clause } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -4);
  await enterRoom(client, booking);
  await enterRoom(psychologist, booking);
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);
  clause('HAR-3.4c');
  const [own, other] = [await codeOf(client, t), await codeOf(psychologist, t)];
  assert.match(own, CODE);
  assert.equal(own, other);
  await sees(client, t('sessions:call.private_differ'));
});

journey('a server that stands between the two cannot show them the same code', async (tools) => {
  const { t, clause } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -4);
  const third = await tools.page();
  await third.goto('/help');
  const impostor = await Impostor.between(third, [client, psychologist]);
  await enterRoom(client, booking);
  await enterRoom(psychologist, booking);
  await impostor.standsBetween();
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);
  clause('HAR-3.4c');
  const [own, other] = [await codeOf(client, t), await codeOf(psychologist, t)];
  assert.match(own, CODE);
  assert.match(other, CODE);
  assert.notEqual(own, other, 'both see a picture, and only the code says that it is not the other’s');
});

async function codeOf(page, t) {
  await page.getByRole('toolbar').getByRole('button', { name: t('sessions:call.private') }).click();
  const code = page.getByLabel(t('sessions:call.private_code'));
  await code.waitFor();
  return code.textContent();
}
