// A newcomer reads, signs up, answers the questionnaire, chooses, pays, and finds the booking with its deadline.
import assert from 'node:assert/strict';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, enterAsStaff, freeSlot, heading, newPhone, payAs, sees, takeSlot, tenge, tick } from './lib/steps.mjs';
import { wordsOf } from './lib/words.mjs';

const t = wordsOf('ru');

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('a newcomer reads the offer, signs up, pays and sees the booking confirmed', async ({ page: open, business, t, like, clause }) => {
  const page = await open();
  await page.goto('/');
  await heading(page, t('catalogue:title'));
  clause('HAR-2.3a');
  await sees(page.getByRole('main'), t('catalogue:no_psychiatry'));

  clause('HAR-0e');
  await page.getByRole('navigation', { name: t('common:shell.places_short') }).getByRole('link', { name: t('common:place.offers') }).click();
  await page.getByRole('main').getByRole('link', { name: t('terms:document.offer') }).first().click();
  await heading(page, t('terms:document.offer'));
  await sees(page, t('terms:provider', { name: 'HARMONIA' }));
  assert.ok((await page.locator('article .paragraph').count()) > 30, 'the whole offer is on the page');

  const { specialist, startsAt } = await freeSlot(business);
  await page.goto('/');
  await page.getByRole('heading', { name: specialist.name }).getByRole('link').click();
  await heading(page, specialist.name);
  await page.goto(`${page.url()}?slot=${encodeURIComponent(startsAt)}`);
  await page.getByRole('region', { name: t('catalogue:slots.picked') }).getByRole('link', { name: t('catalogue:book.register') }).click();

  await heading(page, t('identity:register.title'));
  await sees(page.getByRole('main'), t('catalogue:no_psychiatry'));
  const send = page.getByRole('button', { name: t('identity:register.send') });
  assert.ok(await send.isDisabled(), 'nothing is sent before the three agreements');
  const phone = newPhone();
  await page.getByLabel(t('identity:phone.label')).fill(phone);
  await tick(page, like('identity:register.accept_offer'));
  await tick(page, t('identity:register.adult'));
  assert.ok(await send.isDisabled(), 'two agreements are not three');
  await tick(page, t('identity:register.processing'));
  await send.click();
  await page.getByLabel(t('identity:code.label')).fill(await business.code(phone));

  await heading(page, t('identity:questionnaire.title'));
  await page.getByLabel(t('identity:questionnaire.name')).fill('Лотос');
  await page.getByLabel(t('identity:questionnaire.age')).fill('30');
  await page.getByText(t('identity:questionnaire.prior_no')).click();
  await page.getByLabel(t('identity:questionnaire.topic')).selectOption({ index: 1 });
  await tick(page, t('identity:questionnaire.truth'));
  await page.getByRole('button', { name: t('identity:questionnaire.save') }).click();

  await heading(page, specialist.name);
  await page.getByRole('button', { name: t('catalogue:slots.book') }).click();
  clause('HAR-3.12a');
  const asked = page.getByRole('dialog');
  await sees(asked, t('catalogue:safety.statement'));
  await sees(asked, '112');
  await asked.getByRole('button', { name: t('catalogue:safety.confirm') }).click();
  await heading(page, t('orders:checkout.title'));
  clause('HAR-5.1b');
  await sees(page, tenge(15_000));
  await sees(page, like('orders:checkout.deadline'));
  await payAs(page);

  await sees(page, t('orders:return.paid'));
  await sees(page, /HARMONIA/);
  await page.getByRole('link', { name: t('orders:return.open') }).click();
  await sees(page, t('scheduling:state.confirmed'));
  clause('HAR-3.8d');
  await sees(page, t('scheduling:deadline.title'));
  await page.getByText(t('scheduling:deadline.how')).click();
  await sees(page, like('scheduling:step.deadline_start'));
  await sees(page, like('scheduling:step.deadline_cutoff'));
});

journey('a person of 17 is turned away; at 18 the door opens once support has looked', async ({ page: open, business, t, clause }) => {
  const page = await open();
  const { phone } = await becomeClient(page, business);
  await page.goto('/account');
  clause('HAR-1.questionnaire.f');
  await fillAge(page, '17');
  await sees(page, t('refusals:under_age'));
  await fillAge(page, '18');
  await sees(page, t('common:act.saved'));
  await page.reload();
  assert.equal(await page.getByLabel(t('identity:questionnaire.age')).inputValue(), '18');

  clause('HAR-1.user.a');
  const { specialist, startsAt } = await freeSlot(business);
  await page.goto(`/specialists/${specialist.id}?slot=${encodeURIComponent(startsAt)}`);
  await page.getByRole('link', { name: t('catalogue:book.questionnaire') }).click();
  await heading(page, t('identity:questionnaire.title'));
  await sees(page, t('refusals:under_age'));
  const desk = await open();
  await enterAsStaff(desk, business, (one) => one.role === 'support');
  await desk.goto('/staff/people');
  await desk.getByLabel(t('staff:people.who')).fill(phone);
  await desk.getByLabel(t('staff:people.purpose')).selectOption({ label: t('staff:purpose.age_check') });
  await desk.getByRole('button', { name: t('staff:people.find') }).click();
  await desk.getByRole('link', { name: t('staff:people.open') }).click();
  await desk.getByRole('button', { name: t('staff:people.is_adult') }).click();
  await desk.getByRole('button', { name: t('staff:people.is_adult') }).waitFor({ state: 'detached' });
  await takeSlot(page, specialist, startsAt);
});

async function fillAge(page, age) {
  await page.getByLabel(t('identity:questionnaire.age')).fill(age);
  const truth = page.getByRole('checkbox', { name: t('identity:questionnaire.truth') });
  if (!(await truth.isChecked())) await tick(page, t('identity:questionnaire.truth'));
  await page.getByRole('button', { name: t('identity:questionnaire.save') }).click();
}
