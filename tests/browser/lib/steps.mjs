// What people do on the screens, by role and by what is written there.
import assert from 'node:assert/strict';
import { wordsOf } from './words.mjs';

const t = wordsOf('ru');
let given = 200;

/** A phone number that nobody has: of the range kept for examples. */
export function newPhone() {
  given += 1;
  return `+7700000${String(given).padStart(4, '0')}`;
}

/** Ticks a box by its words. */
export async function tick(scope, name) {
  await scope.getByText(name).click();
  await scope.getByRole('checkbox', { name }).and(scope.locator(':checked')).waitFor({ state: 'attached' });
}

/** Waits until a text stands on the screen. */
export function sees(scope, text) {
  return scope.getByText(text).filter({ visible: true }).first().waitFor();
}

export function heading(page, name) {
  return page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** Opens a page and waits until the strip of the sandbox stands above it: what is pressed before moves away under the finger. */
async function open(page, where) {
  await page.goto(where);
  await page.locator('.sandbox').waitFor();
}

/**
 * Makes the page's owner a client without walking the screens: registered, signed in, questionnaire filled in.
 * @param {import('playwright-core').Page} page
 * @param {import('./business.mjs').Business} business
 */
export async function becomeClient(page, business, { phone = newPhone(), name = 'Лотос', language = 'ru', zone } = {}) {
  const offer = (await business.ask('GET', '/v1/offers')).items.find((one) => one.document === 'offer' && one.in_force);
  await page.goto('/help');
  const challenge = await send(page, 'POST', '/v1/registrations', {
    phone,
    offer_version: offer.version,
    offer_hash: offer.content_hash,
    language,
    accepts_offer: true,
    declares_adult: true,
    consents_to_processing: true,
    declares_truth: true,
  });
  await send(page, 'POST', '/v1/sessions', { challenge_id: challenge.challenge_id, code: await business.code(phone) });
  await send(page, 'PUT', '/v1/me/questionnaire', { display_name: name, age: 30, prior_experience: false, concern_topic: 'anxiety', declares_truth: true });
  if (zone || language !== 'ru') await send(page, 'PUT', '/v1/me/settings', { language, zone: zone ?? 'Asia/Almaty' });
  return { phone, name };
}

/** Signs in a specialist or a member of staff on the screen for them. */
export async function enterAsStaff(page, business, is) {
  await open(page, '/staff/sign-in');
  const person = await business.withUnspentCode(is);
  await page.getByLabel(t('identity:phone.label')).fill(person.phone);
  await page.getByLabel(t('identity:staff.totp')).fill(person.totp_code);
  await page.getByRole('button', { name: t('identity:staff.enter'), exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return person;
}

/** A write in the page's own name, as its scripts would send it. */
export async function send(page, method, where, body) {
  const answer = await page.evaluate(
    async ([how, path, json]) => {
      const reply = await fetch(path, {
        method: how,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      return { status: reply.status, text: await reply.text() };
    },
    [method, where, body],
  );
  assert.ok(answer.status < 300, `${method} ${where}: ${answer.status} ${answer.text}`);
  return answer.text === '' ? null : JSON.parse(answer.text);
}

const HOUR_MS = 3_600_000;

/** The first specialist, and a time of theirs that begins at least so many hours from now. */
export async function freeSlot(business, { hours = 48, price = 1_500_000 } = {}) {
  const now = (await business.now()).getTime();
  const { specialists } = await business.ask('GET', '/v1/specialists');
  const from = new Date(now + hours * HOUR_MS).toISOString();
  const to = new Date(now + (hours + 14 * 24) * HOUR_MS).toISOString();
  for (const specialist of specialists.filter((one) => one.price.minor === price)) {
    const { slots } = await business.ask('GET', `/v1/specialists/${specialist.id}/slots?from=${from}&to=${to}`);
    const slot = slots.find((one) => Date.parse(one.starts_at) >= now + hours * HOUR_MS);
    if (slot) return { specialist, startsAt: slot.starts_at };
  }
  throw new Error(`nobody is free ${hours} hours from now`);
}

/** Takes a time on the psychologist's page and comes to the checkout; the id of the booking. */
export async function takeSlot(page, specialist, startsAt) {
  await open(page, `/specialists/${specialist.id}?slot=${encodeURIComponent(startsAt)}`);
  await page.getByRole('button', { name: t('catalogue:slots.book') }).click();
  const confirms = page.getByRole('button', { name: t('catalogue:safety.confirm') });
  await confirms.or(page.getByRole('heading', { name: t('orders:checkout.title') })).waitFor();
  if (await confirms.isVisible()) await confirms.click();
  await page.waitForURL(/\/bookings\/[^/]+\/checkout/);
  await heading(page, t('orders:checkout.title'));
  return new URL(page.url()).pathname.split('/')[2];
}

/** From the checkout to the acquirer's page, where the choice is made, and back. */
export async function payAs(page, choice = 'Оплатить') {
  await page.getByRole('button', { name: /Оплатить/ }).waitFor();
  const terms = t('orders:checkout.partner_accept', { name: 'Paybox.money' });
  if (await page.getByText(terms).isVisible()) await tick(page, terms);
  await page.getByRole('button', { name: /Оплатить/ }).click();
  await page.getByText('Учебная страница оплаты').waitFor();
  await page.getByRole('button', { name: choice, exact: true }).click();
}

/** A booking that is paid for, by the screens; the page stands on the confirmation. */
export async function bookAndPay(page, specialist, startsAt) {
  const id = await takeSlot(page, specialist, startsAt);
  await payAs(page);
  await sees(page, t('orders:return.paid'));
  return id;
}

/** The money of an order as it is shown: `15 000 ₸`, with whatever spaces. */
export const tenge = (sum) => new RegExp(`(?<!\\d)${String(sum).replace(/\B(?=(\d{3})+$)/g, '\\s')}\\s₸`);

/** A paid booking without walking the screens: the acquirer's form is sent as its page would send it. */
export async function payByHand(page, business, { specialist, startsAt }) {
  const { id } = await send(page, 'POST', '/v1/bookings', { specialist_id: specialist.id, starts_at: startsAt, confirms_safety: true });
  const read = (where) => page.evaluate(async (path) => (await fetch(path)).json(), where);
  const asked = (await read(`/v1/bookings/${id}`)).partner_terms;
  await send(page, 'POST', `/v1/bookings/${id}/payment`, { accepts_no_refund: false, ...(asked ? { accepts_partner_terms: asked.version } : {}) });
  const url = await business.until('the page of the acquirer', async () => (await read(`/v1/bookings/${id}/payment`)).redirect_url);
  await fetch(url, { method: 'POST', body: new URLSearchParams({ choice: 'pay' }), redirect: 'manual' });
  await business.until('the payment', async () => (await read(`/v1/bookings/${id}`)).state === 'confirmed');
  return id;
}
