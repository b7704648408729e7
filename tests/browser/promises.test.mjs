// What the business owes, what it does when it cannot work, and help at once.
import assert from 'node:assert/strict';
import { DESK } from './lib/browser.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, enterAsStaff, freeSlot, heading, payByHand, sees, send, tenge, tick } from './lib/steps.mjs';

const HOUR_MS = 3_600_000;
const start = '2026-12-07T04:00:00Z';

prepare((business) => business.clock(start));

/** The day and the time that the clock of the business shows, as its form asks for them. */
function wall(at) {
  const shown = new Date(Date.parse(at) + 5 * HOUR_MS).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

async function fillOutage(desk, t, { kind, from, until }) {
  await desk.goto('/staff/outages');
  await desk.getByText(t(`staff:outages.kinds.${kind}.name`), { exact: true }).first().click();
  const days = desk.getByLabel(t('staff:outages.day'));
  const times = desk.getByLabel(t('staff:outages.time'), { exact: true });
  for (const [index, at] of [from, until].entries()) {
    await days.nth(index).fill(wall(at).day);
    await times.nth(index).fill(wall(at).time);
  }
  await desk.getByRole('button', { name: t('staff:outages.look') }).click();
}

async function declare(desk, t) {
  await tick(desk, t('staff:outages.sure'));
  await desk.getByRole('button', { name: t('staff:outages.declare') }).click();
}

/** From the first row down and up again by the keys, whatever the layout, and in by Enter. */
async function walkByKeys(desk) {
  const rows = desk.getByRole('main').locator('[data-stop]');
  const has = (index) => rows.nth(index).and(desk.locator(':focus')).waitFor();
  await rows.first().focus();
  await desk.keyboard.press('KeyJ');
  await has(1);
  await desk.keyboard.press('KeyK');
  await has(0);
  await desk.keyboard.press('Enter');
}

journey('planned work is declared after its sessions were looked at; the client chooses, and the board forgets it', async ({ page: open, business, t, clause }) => {
  const page = await open();
  await becomeClient(page, business, { name: 'Самал' });
  const slot = await freeSlot(business);
  const booking = await payByHand(page, business, slot);
  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'support');

  const begins = Date.parse(slot.startsAt);
  const window = { from: new Date(begins - HOUR_MS).toISOString(), until: new Date(begins + HOUR_MS).toISOString() };
  await fillOutage(desk, t, { kind: 'maintenance', ...window });
  const touched = desk.getByRole('row').filter({ hasText: booking });
  await sees(touched, slot.specialist.name);
  await sees(touched, t('staff:outages.called_off'));
  await sees(touched, tenge(15_000));
  await sees(desk, t('staff:outages.to_client'));
  assert.ok(await desk.getByRole('button', { name: t('staff:outages.declare') }).isDisabled(), 'not before it was looked at');
  await declare(desk, t);
  await sees(desk.getByRole('listitem'), t('staff:outages.open'));

  clause('HAR-4.3.4a');
  const visitor = await open();
  await visitor.goto('/status');
  await sees(visitor.getByRole('main'), t('common:status.kind.maintenance'));
  clause('HAR-4.3.4b');
  await business.until('the cancellation', async () => (await page.evaluate(async (id) => (await fetch(`/v1/bookings/${id}`)).json(), booking)).state === 'cancelled');
  await desk.goto('/staff/obligations');
  await sees(desk.getByRole('listitem'), t('obligations:kind.scheduling.remedy'));
  await send(page, 'POST', `/v1/bookings/${booking}/remedy`, { choice: 'refund' });
  await desk.reload();
  await desk.getByLabel(t('obligations:state_label')).selectOption({ label: t('obligations:state.kept') });
  await sees(desk.getByRole('listitem').filter({ hasText: t('obligations:kind.scheduling.remedy') }), t('obligations:chip.kept'));
});

journey('a force majeure owes two papers: the board shows them, and giving one keeps its promise', async ({ page: open, business, t, clause }) => {
  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'administrator');
  const now = (await business.now()).getTime();
  const [from, until] = [30, 31].map((days) => new Date(now + days * 24 * HOUR_MS).toISOString());
  await fillOutage(desk, t, { kind: 'force_majeure', from, until });
  await sees(desk, t('staff:outages.touches_nobody'));
  await declare(desk, t);
  await sees(desk, t('staff:outages.paper.notice'));

  clause('HAR-7.2a');
  const owed = desk.getByRole('listitem').filter({ hasText: t('obligations:kind.scheduling.force_majeure_notice') });
  await desk.goto('/staff/obligations');
  await sees(owed, t('obligations:chip.open'));
  await walkByKeys(desk);
  await desk.waitForURL(/\/staff\/outages$/);
  await desk.getByLabel(t('staff:outages.paper_text.notice')).fill('Письмо всем клиентам, до утра');
  await desk.getByRole('button', { name: t('staff:outages.give') }).first().click();
  await sees(desk, t('staff:outages.given'));
  await desk.goto('/staff/obligations');
  await desk.getByLabel(t('obligations:state_label')).selectOption({ label: t('obligations:state.kept') });
  await sees(owed, t('obligations:chip.kept'));
});

journey('urgent help is one touch away in the account and at the room, and its words reach the psychologist alone', async ({ page: open, business, t, clause }) => {
  const page = await open();
  await becomeClient(page, business, { name: 'Тихий Голос' });
  const slot = await freeSlot(business);
  const booking = await payByHand(page, business, slot);
  clause('HAR-4.2.11a');
  await page.goto(`/bookings/${booking}/room`);
  await heading(page, t('sessions:join.title'));
  await page.getByRole('banner').getByRole('button', { name: t('common:shell.crisis') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('link', { name: /112/ }).first().waitFor();
  await dialog.getByLabel(t('common:alert.words')).fill('не могу дышать');
  await dialog.getByRole('button', { name: t('common:alert.urgent') }).click();
  await sees(dialog, t('common:alert.sent'));

  clause('HAR-3.12b');
  await page.goto('/account');
  await page.getByRole('main').getByRole('button', { name: t('common:shell.crisis') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('common:alert.condition') }).click();
  await sees(page.getByRole('dialog'), t('common:alert.sent'));

  const psychologist = await open();
  await enterAsStaff(psychologist, business, (one) => one.id === slot.specialist.id);
  await psychologist.goto('/notices');
  await sees(psychologist, /не могу дышать/);
  const desk = await open();
  await enterAsStaff(desk, business, (one) => one.role === 'support');
  await desk.goto('/notices');
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await desk.locator('.skeleton').first().waitFor({ state: 'detached' });
  assert.equal(await desk.getByText('не могу дышать').count(), 0, 'the duty learns that somebody needs help, not the words');
});

journey('the contacts stand without signing in, without scripts, and while the server is down', async ({ page: open, business, t, clause }) => {
  clause('HAR-4.2.11a');
  const page = await open();
  await page.goto('/urgent');
  await page.getByRole('link', { name: '112' }).first().waitFor();
  assert.equal(await page.locator('script').count(), 0);
  await page.goto('/help');
  await page.getByRole('link', { name: /112/ }).first().waitFor();
  assert.equal(await page.getByRole('button', { name: t('common:alert.urgent') }).count(), 0, 'an alert has a sender');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

  await page.route('**/v1/**', (route) => route.abort());
  await page.reload();
  await page.getByRole('main').getByRole('link', { name: /112/ }).first().waitFor();
  await page.unroute('**/v1/**');

  await business.close();
  try {
    for (const where of ['/help', '/urgent']) {
      await page.goto(where);
      await page.getByRole('heading', { name: t('common:help.title') }).first().waitFor();
      await page.getByRole('link', { name: '112' }).first().waitFor();
    }
  } finally {
    await business.open();
  }
});
