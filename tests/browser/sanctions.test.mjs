// A breach: recorded by one, confirmed by another with what the offer attaches to it, read by the client, and lifted.
import assert from 'node:assert/strict';
import { DESK } from './lib/browser.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, bookAndPay, enterAsStaff, freeSlot, heading, sees, send, tick } from './lib/steps.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('a breach is recorded by one of the staff, confirmed by another, and the client reads why', async (tools) => {
  const { page: open, business, t, clause } = tools;
  const page = await open();
  const { phone } = await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  await bookAndPay(page, specialist, startsAt);
  const { id } = await send(page, 'GET', '/v1/me');

  const support = await open({ screen: DESK });
  await enterAsStaff(support, business, (one) => one.role === 'support');
  await support.goto(`/staff/contract/${id}`);
  await sees(support, t('contracts:state.active'));
  await support.getByLabel(t('contracts:record.account')).fill('Слова, как их передал психолог.');
  await support.getByLabel(t('contracts:record.evidence')).fill('Дословно.');
  await support.getByRole('button', { name: t('contracts:record.send'), exact: true }).click();
  await sees(support, t('contracts:record.done'));

  const desk = await open({ screen: DESK });
  await enterAsStaff(desk, business, (one) => one.role === 'administrator');
  await desk.goto('/staff/breaches');
  await desk.getByRole('button', { name: t('contracts:desk.open') }).click();
  const file = desk.getByRole('dialog');
  await file.getByRole('button', { name: t('contracts:desk.read') }).click();
  await sees(file, 'Дословно.');
  await file.getByLabel(t('contracts:desk.reasons')).fill('Слова подтверждены.');
  const confirm = file.getByRole('button', { name: t('contracts:desk.confirm') });
  assert.ok(await confirm.isDisabled(), 'not before it is certain');
  await tick(file, t('contracts:desk.sure'));
  await confirm.click();
  await file.getByRole('button', { name: t('contracts:demand.send') }).waitFor();

  await signInAgain(page, business, phone);
  await page.goto('/bookings');
  clause('HAR-4.2.16b');
  await page.waitForURL('**/contract');
  await heading(page, t('contracts:title'));
  await sees(page, t('contracts:state.restricted'));
  await sees(page, 'Слова подтверждены.');
  await sees(page, t('contracts:appeal.title'));
});

/** The session ended with the block: signs in anew, with the second code that was sent. */
async function signInAgain(page, business, phone) {
  await business.clock((await business.now()).getTime() + 120_000);
  const challenge = await send(page, 'POST', '/v1/sign-in/codes', { phone });
  await send(page, 'POST', '/v1/sessions', { challenge_id: challenge.challenge_id, code: await business.code(phone, 1) });
}
