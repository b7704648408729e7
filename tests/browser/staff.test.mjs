// The desks of support and finance: real bookings, money, decisions, jobs and messages; sealed data only for a purpose.
import assert from 'node:assert/strict';
import { DESK } from './lib/browser.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, bookAndPay, enterAsStaff, freeSlot, send, sees, tenge } from './lib/steps.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

/** A client with one session that is paid for and cancelled, so that every desk has something to look at. */
async function client({ page: open, business }) {
  const page = await open();
  const who = await becomeClient(page, business, { name: 'Тихий Голос' });
  const { specialist, startsAt } = await freeSlot(business);
  const booking = await bookAndPay(page, specialist, startsAt);
  await send(page, 'POST', `/v1/bookings/${booking}/cancellation`, {});
  return { page, booking, specialist, ...who };
}

journey('support opens sealed data for a purpose, and the person sees that it was opened', async (tools) => {
  const { page: open, business, t } = tools;
  const { page, phone, booking } = await client(tools);
  await page.goto('/account');
  await sees(page, t('account:access_log_empty'));

  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'support');
  await desk.goto('/staff/people');
  await desk.getByLabel(t('staff:people.who')).fill(phone);
  const find = desk.getByRole('button', { name: t('staff:people.find') });
  assert.ok(await find.isDisabled(), 'nothing is looked up without a purpose');
  await desk.getByLabel(t('staff:people.purpose')).selectOption({ label: t('staff:purpose.client_request') });
  await find.click();
  const openIt = desk.getByRole('link', { name: t('staff:people.open') });
  await openIt.waitFor();
  assert.equal(await desk.getByText(phone).count(), 0, 'sealed until it is opened');
  await openIt.click();
  await sees(desk, phone);
  const told = (kind) => desk.getByRole('listitem').filter({ hasText: t(`staff:timeline.kind.${kind}`) });
  await sees(told('terms.accepted_offer'), t('common:clause.named.preamble'));
  await sees(told('orders.paid'), tenge(15_000));
  await sees(told('scheduling.cancelled'), booking);

  await page.reload();
  await sees(page, t('account:purpose.client_request'));
  await sees(page, t('account:deed.server.read_timeline'));
  assert.equal(await page.getByText(t('account:access_log_empty')).count(), 0);
});

journey('support finds a person by the number of their booking, and nothing opens on the person without a purpose', async (tools) => {
  const { page: open, business, t } = tools;
  const { booking, phone } = await client(tools);
  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'support');
  await desk.goto('/staff/people');
  await desk.getByLabel(t('staff:people.who')).fill('не номер');
  await desk.getByLabel(t('staff:people.purpose')).selectOption({ label: t('staff:purpose.payment') });
  const find = desk.getByRole('button', { name: t('staff:people.find') });
  await find.click();
  await sees(desk, t('staff:people.who_wrong'));
  await desk.getByLabel(t('staff:people.who')).fill(booking.toLowerCase());
  await find.click();
  const openIt = desk.getByRole('link', { name: t('staff:people.open') });
  const bare = new URL(await openIt.getAttribute('href'), business.url).pathname;
  await desk.goto(bare);
  await desk.getByLabel(t('staff:people.purpose')).waitFor();
  assert.equal(await desk.getByText(phone).count(), 0, 'sealed until a purpose is named');
  await desk.getByLabel(t('staff:people.purpose')).selectOption({ label: t('staff:purpose.complaint') });
  await sees(desk, phone);
});

journey('the desks show bookings, money, decisions, jobs and messages as they are', async (tools) => {
  const { page: open, business, t } = tools;
  const { page, booking, specialist, phone, name } = await client(tools);
  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'finance');

  await desk.goto('/staff/bookings');
  const row = desk.getByRole('row').filter({ hasText: booking });
  await sees(row, specialist.name);
  await sees(row, t('scheduling:state.cancelled'));
  await sees(row, tenge(15_000));

  await desk.goto('/staff/ledger');
  const capture = desk.getByRole('row').filter({ hasText: t('staff:entry.capture') }).first();
  await sees(capture, t('staff:account.prepaid_commission'));
  await sees(capture, /−3\s000\s₸/);
  await sees(capture, /−12\s000\s₸/);
  await sees(capture, /\+15\s000\s₸/);

  await desk.goto('/staff/refunds');
  await sees(desk, t('staff:refunds.no_cases'));
  const { order } = await page.evaluate(async (id) => (await fetch(`/v1/bookings/${id}`)).json(), booking);
  await desk.goto(`/staff/orders/${order.id}`);
  await sees(desk.getByRole('main'), t('staff:bookings.refunded'));
  await sees(desk.getByRole('region', { name: t('staff:refunds.title') }), tenge(15_000));

  await desk.goto('/staff/decisions');
  await desk.getByRole('row').nth(1).getByRole('button', { name: t('staff:decisions.show') }).click();
  await sees(desk, t('staff:decisions.facts'));

  await desk.goto('/staff/jobs');
  await sees(desk.getByRole('row').nth(1), /orders\.|notify\.|scheduling\.|sessions\./);

  await desk.goto('/staff/outbox');
  await sees(desk.getByRole('table'), t('staff:message.sent'));
  const seen = await desk.getByRole('main').innerText();
  assert.ok(!seen.includes(name) && !seen.includes(phone.slice(-6)), 'addresses and texts stay sealed');
});

journey('a client does not get to the desks, nor a visitor to an account', async ({ page: open, business, t, clause }) => {
  const page = await open();
  clause('HAR-1.account.a');
  await page.goto('/account');
  await page.waitForURL(/\/sign-in/);
  await page.getByRole('heading', { name: t('identity:sign_in.title'), level: 1 }).waitFor();
  const { phone, name } = await becomeClient(page, business, { name: 'Самал' });
  await page.goto('/account');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await sees(page, phone.slice(-2));
  await page.goto('/staff/ledger');
  await page.waitForURL(/\/staff\/sign-in/);
});
