// What the offer wants shown to people: warnings, rules of the room, whose text binds, whom to write to.
import assert from 'node:assert/strict';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, freeSlot, payByHand, sees, takeSlot, tick } from './lib/steps.mjs';
import { LANGUAGES, wordsOf } from './lib/words.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('no result is promised: said beside profiles, on a profile and before payment', async ({ page: open, business, t, clause }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  clause('HAR-6.3a');
  await page.goto('/');
  await sees(page.getByRole('main'), t('catalogue:no_result'));
  await page.goto(`/specialists/${specialist.id}`);
  await sees(page.getByRole('main'), t('catalogue:no_result'));
  await takeSlot(page, specialist, startsAt);
  await sees(page.getByRole('main'), t('catalogue:no_result'));
});

journey('registration and offer warn that the service is as it is and that the internet can be overheard', async ({ page: open, t, clause }) => {
  const page = await open();
  clause('HAR-8.3a');
  await page.goto('/registration');
  await sees(page.getByRole('main'), t('terms:as_is'));
  await page.goto('/offers/offer/current');
  await sees(page.getByRole('main'), t('terms:as_is'));
});

journey('the Russian offer opens first in every language, and ends with the name and mailbox of the service', async ({ page: open, business, clause }) => {
  const { provider, name } = await business.ask('GET', '/v1/brand');
  clause('HAR-8.8a');
  clause('HAR-9a');
  for (const language of LANGUAGES) {
    const t = wordsOf(language);
    const page = await open({ language });
    await page.goto('/offers/offer/current');
    const text = page.locator('article.reader');
    await text.waitFor();
    assert.equal(await text.getAttribute('lang'), 'ru', `with screens in ${language}`);
    assert.equal(await page.getByText(t('terms:binding_russian')).count(), 0, 'the binding text says nothing of a translation');
    const contact = page.getByRole('main').getByRole('link', { name: provider.support_email });
    await contact.waitFor();
    assert.ok((await contact.locator('xpath=..').innerText()).includes(name));
    if (language === 'ru') continue;
    await page.goto(`/offers/offer/current?lang=${language}`);
    await sees(page, t('terms:binding_russian'));
  }
});

journey('at the door of the room the rules are said, and one must be acknowledged each time', async ({ page: open, business, t, clause }) => {
  const page = await open();
  await becomeClient(page, business);
  const slot = await freeSlot(business);
  const id = await payByHand(page, business, slot);
  await business.clock(new Date(Date.parse(slot.startsAt) - 4 * 60_000));
  await page.goto(`/bookings/${id}/room`);
  clause('HAR-4.2.12a');
  clause('HAR-4.2.7a');
  await sees(page, t('sessions:join.rule_sober'));
  await page.getByRole('button', { name: t('sessions:join.open_media') }).click();
  const enter = page.getByRole('button', { name: t('sessions:join.enter') });
  await page.getByLabel(t('sessions:join.you')).waitFor();
  assert.ok(await enter.isDisabled(), 'not before the rule is acknowledged');
  await tick(page, t('sessions:join.rule_recording'));
  assert.ok(await enter.isEnabled());
  await page.reload();
  const rule = page.getByRole('checkbox', { name: t('sessions:join.rule_recording') });
  assert.equal(await rule.isChecked(), false, 'asked anew at each entrance');
  await page.goto('/account');
  await sees(page.getByRole('main'), t('account:no_recording'));
});
