// A psychologist looks at the calendar, changes hours, and cancels; the client chooses what becomes of it.
import assert from 'node:assert/strict';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, bookAndPay, enterAsStaff, freeSlot, sees, tenge } from './lib/steps.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

async function bookedPair({ page: open, business }) {
  const client = await open();
  const { name } = await becomeClient(client, business, { name: 'Лотос' });
  const { specialist, startsAt } = await freeSlot(business);
  const booking = await bookAndPay(client, specialist, startsAt);
  const psychologist = await open();
  await enterAsStaff(psychologist, business, (one) => one.id === specialist.id);
  return { client, psychologist, booking, specialist, startsAt, name };
}

journey('the calendar shows who comes, and other hours give other times', async (tools) => {
  const { t, like, business } = tools;
  const { psychologist, client, specialist, startsAt, name } = await bookedPair(tools);
  await psychologist.goto('/practice/calendar');
  await sees(psychologist.getByRole('main'), name);
  await psychologist.goto('/practice/money');
  await sees(psychologist.getByRole('main'), t('practice:money.expected'));
  await sees(psychologist.getByRole('main'), tenge(12_000));

  const day = new Date(Date.parse(startsAt) + 7 * 86_400_000);
  const before = await timesOf(business, specialist, day);
  assert.ok(before.includes('12:00') || before.length > 2, `free a week later: ${before}`);
  await psychologist.goto('/practice/hours');
  const weekday = psychologist.getByRole('group', { name: weekdayName(day) });
  await weekday.getByLabel(t('practice:hours.from')).fill('15:00');
  await weekday.getByLabel(t('practice:hours.to')).fill('17:00');
  await psychologist.getByRole('button', { name: t('common:act.save') }).first().click();
  await sees(psychologist, t('common:act.saved'));
  const after = await timesOf(business, specialist, day);
  assert.equal(after[0], '15:00');
  assert.ok(after.every((time) => time >= '15:00' && time < '17:00'), `only inside the new hours: ${after}`);
  assert.notDeepEqual(after, before);

  await client.goto('/bookings');
  await sees(client, like('common:time.astana', { time: clockOf(startsAt) }));
  assert.equal((await client.evaluate(async () => (await fetch('/v1/bookings')).json())).bookings[0].starts_at, startsAt);
});

journey('a psychologist cancels and the client takes the money', async (tools) => {
  const { t, like, clause, business } = tools;
  const { client, psychologist, booking } = await bookedPair(tools);
  clause('HAR-3.6b');
  await cancelAsSpecialist(psychologist, booking, tools);
  await client.goto(`/bookings/${booking}`);
  await sees(client, t('scheduling:remedy.title'));
  await client.getByText(like('scheduling:remedy.refund')).click();
  await client.getByRole('button', { name: t('scheduling:remedy.confirm') }).click();
  await sees(client, t('scheduling:state.cancelled'));
  await business.until('the refund', async () => (await bookingOf(client, booking)).order.refunded.minor === 1_500_000);
});

journey('a psychologist cancels and the client takes another time', async (tools) => {
  const { t, clause } = tools;
  const { client, psychologist, booking, startsAt } = await bookedPair(tools);
  clause('HAR-3.6b');
  await cancelAsSpecialist(psychologist, booking, tools);
  await client.goto(`/bookings/${booking}`);
  await client.getByText(t('scheduling:remedy.move')).click();
  await client.getByLabel(t('scheduling:move.to')).selectOption({ index: 3 });
  await client.getByRole('button', { name: t('scheduling:remedy.confirm') }).click();
  await sees(client, t('scheduling:state.confirmed'));
  const moved = await bookingOf(client, booking);
  assert.notEqual(moved.starts_at, startsAt);
  assert.equal(moved.order.paid.minor, 1_500_000);
  assert.equal(moved.order.refunded.minor, 0);
});

async function cancelAsSpecialist(page, booking, { t, like }) {
  await page.goto(`/bookings/${booking}`);
  await page.getByRole('button', { name: t('scheduling:cancel.open') }).click();
  const dialog = page.getByRole('alertdialog');
  await sees(dialog, t('scheduling:cancel.client_gets'));
  await sees(dialog, tenge(15_000));
  await sees(dialog, t('common:clause.number', { number: '3.6' }));
  await sees(dialog, like('scheduling:cancel.choice_until'));
  await dialog.getByRole('button', { name: like('scheduling:cancel.confirm') }).click();
  await dialog.waitFor({ state: 'detached' });
}

function bookingOf(page, id) {
  return page.evaluate(async (one) => (await fetch(`/v1/bookings/${one}`)).json(), id);
}

async function timesOf(business, specialist, day) {
  const from = new Date(day);
  from.setUTCHours(-5, 0, 0, 0);
  const to = new Date(from.getTime() + 86_400_000);
  const { slots } = await business.ask('GET', `/v1/specialists/${specialist.id}/slots?from=${from.toISOString()}&to=${to.toISOString()}`);
  return slots.map((slot) => clockOf(slot.starts_at));
}

const astana = (options) => new Intl.DateTimeFormat('ru-RU', { timeZone: 'Asia/Almaty', ...options });
const clockOf = (at) => astana({ hour: '2-digit', minute: '2-digit' }).format(new Date(at));
const weekdayName = (day) => astana({ weekday: 'long' }).format(day);
