// A new edition of the offer: an administrator sees what it changes and publishes it; a client reads the difference and accepts.
import assert from 'node:assert/strict';
import { ADDED, SECOND } from './lib/second-edition.mjs';
import { DESK } from './lib/browser.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, bookAndPay, enterAsStaff, freeSlot, sees, send, tick } from './lib/steps.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('an edition is published by an administrator and accepted again by a client who sees what changed', async (tools) => {
  const { page: open, business, t, clause } = tools;
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  const booking = await bookAndPay(page, specialist, startsAt);
  await page.goto('/bookings');
  assert.equal(await page.getByText(t('common:edition.changed')).count(), 0, 'nothing has been published yet');

  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'administrator');
  await desk.goto('/staff/editions');
  const row = desk.getByRole('row').filter({ hasText: SECOND });
  await sees(row, t('staff:editions.ready'));
  await row.getByRole('button', { name: t('staff:editions.look') }).click();
  const dialog = desk.getByRole('alertdialog');
  await sees(dialog, 'cancellation.window_hours');
  await sees(dialog, ADDED.ru);
  const publish = dialog.getByRole('button', { name: t('staff:editions.publish') });
  assert.ok(await publish.isDisabled(), 'not before it is confirmed');
  await tick(dialog, t('staff:editions.sure'));
  await publish.click();
  clause('HAR-4.3.1a');
  await sees(row, t('staff:editions.in_force'));

  await page.reload();
  clause('HAR-4.2.3a');
  await page.getByRole('link', { name: t('common:edition.read') }).click();
  const differences = page.locator('details');
  await differences.locator('summary').click();
  await sees(differences, 'cancellation.window_hours');
  await differences.getByText(ADDED.ru).waitFor();
  assert.ok((await differences.locator('ins').allInnerTexts()).some((text) => text.includes('24')));
  assert.ok((await differences.locator('del').allInnerTexts()).some((text) => text.includes('12')));
  await tick(page, t('terms:accept.tick'));
  await page.getByRole('button', { name: t('terms:accept.send') }).click();
  await page.getByText(t('common:edition.changed')).waitFor({ state: 'detached' });
  const kept = await send(page, 'GET', `/v1/bookings/${booking}`);
  assert.equal(kept.terms_version, '2023-02-24', 'what is paid stays under the edition that it was paid under');
});

journey('an administrator asks what another edition would have changed', async ({ page: open, business, t }) => {
  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'administrator');
  await desk.goto('/staff/what-if');
  await desk.getByLabel(t('staff:what_if.version')).selectOption(SECOND);
  await desk.getByLabel(t('staff:what_if.from')).fill('2026-12-01');
  await desk.getByLabel(t('staff:what_if.to')).fill('2026-12-31');
  await desk.getByRole('button', { name: t('staff:what_if.ask') }).click();
  await desk.getByRole('columnheader', { name: t('staff:what_if.month') }).waitFor();
  await sees(desk, '2026-12');
});
