// A client cancels: what comes back is seen before it is confirmed, and in the books after it.
import assert from 'node:assert/strict';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, bookAndPay, enterAsStaff, freeSlot, sees, takeSlot, tenge, tick } from './lib/steps.mjs';

const HOUR_MS = 3_600_000;

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('cancelled in time, everything comes back, by a clause that is shown before', async ({ page: open, business, t, like, clause }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  const id = await bookAndPay(page, specialist, startsAt);
  await page.getByRole('link', { name: t('orders:return.open') }).click();

  clause('HAR-3.7e');
  await page.getByRole('button', { name: t('scheduling:cancel.open') }).click();
  const dialog = page.getByRole('alertdialog', { name: t('scheduling:cancel.title') });
  await sees(dialog, t('scheduling:cancel.you_get'));
  await sees(dialog, tenge(15_000));
  await sees(dialog, t('common:clause.number', { number: '3.8' }));
  assert.equal(await dialog.getByRole('checkbox').count(), 0, 'no second confirmation is asked for');
  assert.equal(await stateOf(page, id), 'confirmed', 'a preview changes nothing');
  await dialog.getByRole('button', { name: like('scheduling:cancel.confirm') }).click();

  clause('HAR-3.8f');
  await sees(page, t('scheduling:cancelled.title'));
  await sees(page, t('scheduling:cancelled.received'));
  await sees(page, t('scheduling:cancelled.refund'));
  assert.equal(await stateOf(page, id), 'cancelled');
  await business.until('the refund', async () => (await bookingOf(page, id)).order.refunded.minor === 1_500_000);
  await page.reload();
  await sees(page, t('scheduling:facts.refunded'));

  await page.goto('/notices');
  await sees(page.getByRole('main'), tenge(15_000));

  const finance = await open();
  await enterAsStaff(finance, business, (one) => one.role === 'finance');
  await finance.goto('/staff/ledger');
  for (const kind of ['capture', 'refund', 'refund_paid']) await sees(finance, t(`staff:entry.${kind}`));
});

journey('cancelled late, nothing comes back, and that must be confirmed a second time', async ({ page: open, business, t, like, clause }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  const id = await bookAndPay(page, specialist, startsAt);
  await business.clock(new Date(Date.parse(startsAt) - 6 * HOUR_MS));
  await page.goto(`/bookings/${id}`);
  await sees(page, t('scheduling:deadline.passed_title'));

  clause('HAR-3.7e');
  await page.getByRole('button', { name: t('scheduling:cancel.open') }).click();
  const dialog = page.getByRole('alertdialog', { name: t('scheduling:cancel.title') });
  await sees(dialog, tenge(0));
  await sees(dialog, like('scheduling:cancel.nothing_back'));
  const confirm = dialog.getByRole('button', { name: t('scheduling:cancel.confirm_nothing') });
  assert.ok(await confirm.isDisabled(), 'one confirmation is not enough');
  await tick(dialog, like('scheduling:cancel.accept_nothing'));
  await confirm.click();
  await sees(page, t('scheduling:cancelled.no_refund'));
  const booking = await bookingOf(page, id);
  assert.equal(booking.state, 'cancelled');
  assert.equal(booking.order.refunded.minor, 0);
});

journey('before a payment that cannot come back there is a warning to confirm', async ({ page: open, business, t, like, clause }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  clause('HAR-3.2d');
  const early = await takeSlot(page, specialist, startsAt);
  await sees(page, like('orders:checkout.deadline'));
  assert.equal(await page.getByText(t('orders:checkout.no_refund_accept')).count(), 0);
  assert.equal(await stateOf(page, early), 'held');

  await business.clock(new Date(Date.parse(startsAt) - 8 * HOUR_MS));
  const late = await takeSlot(page, specialist, startsAt);
  await sees(page, t('orders:checkout.no_refund_title'));
  const pay = page.getByRole('button', { name: like('orders:checkout.pay') });
  assert.ok(await pay.isDisabled());
  await tick(page, t('orders:checkout.no_refund_accept'));
  await tick(page, t('orders:checkout.partner_accept', { name: 'Paybox.money' }));
  await pay.click();
  await page.getByRole('button', { name: 'Оплатить', exact: true }).click();
  await sees(page, t('orders:return.paid'));
  assert.equal(await stateOf(page, late), 'confirmed');
});

journey('a booking is cancelled with the keyboard alone', async ({ page: open, business, t, like }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  const id = await bookAndPay(page, specialist, startsAt);
  await page.goto('/bookings');
  await reach(page, page.getByRole('main').getByRole('link').first());
  await page.keyboard.press('Enter');
  await sees(page, t('scheduling:state.confirmed'));
  await reach(page, page.getByRole('button', { name: t('scheduling:cancel.open') }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await sees(dialog, tenge(15_000));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await stateOf(page, id), 'confirmed', 'Escape cancels nothing');
  await page.getByRole('button', { name: t('scheduling:cancel.open') }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await reach(page, dialog.getByRole('button', { name: like('scheduling:cancel.confirm') }));
  await page.keyboard.press('Enter');
  await sees(page, t('scheduling:cancelled.title'));
  assert.equal(await stateOf(page, id), 'cancelled');
});

/** Presses Tab until the focus stands there. */
async function reach(page, target) {
  await target.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there in 60 steps');
}

/** The booking as the server tells its owner. */
function bookingOf(page, id) {
  return page.evaluate(async (one) => (await fetch(`/v1/bookings/${one}`)).json(), id);
}

const stateOf = async (page, id) => (await bookingOf(page, id)).state;
