// The astrologer's desk: a draft whose every paragraph leads to its reasons, edited and taken away as a document.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { troubles } from './lib/axe.mjs';
import { DESK, PHONE } from './lib/browser.mjs';
import { DeskSteps } from './lib/desk.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { enterAsStaff, heading, sees } from './lib/steps.mjs';
import { LANGUAGES, wordsOf } from './lib/words.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

async function atTheDesk({ page: open, business }, { language = 'ru', screen = DESK } = {}) {
  const page = await open({ screen, language: 'ru' });
  await enterAsStaff(page, business, (one) => one.role === 'support');
  await page.evaluate((tongue) => localStorage.setItem('kelisim-language', tongue), language);
  await page.goto('/staff/astrology');
  await heading(page, wordsOf(language)('astrology:title'));
  return new DeskSteps(page, language);
}

journey('an astrologer drafts, follows a paragraph to the wheel, edits and takes the document away', async (tools) => {
  const desk = await atTheDesk(tools);
  const { page, t } = desk;
  await desk.fillBirth();
  await desk.draft();

  const paragraph = desk.pane('draft').locator('.draft-paragraph').first();
  await paragraph.waitFor();
  const text = await paragraph.locator('p').first().innerText();
  await paragraph.getByRole('list', { name: t('astrology:draft.findings') }).getByRole('button').first().press('Enter');

  const finding = desk.pane('findings').locator('.spot:focus');
  await finding.waitFor();
  assert.equal(await finding.getAttribute('data-lit'), 'true');
  assert.equal(await paragraph.getAttribute('data-lit'), 'true', 'what rests on the finding is marked with it');
  await finding.getByRole('button').first().press('Enter');

  const fact = desk.pane('facts').locator('.spot:focus');
  await fact.waitFor();
  const link = fact.getByRole('list', { name: t('astrology:facts.bodies') }).getByRole('button').first();
  const body = await link.innerText();
  await link.press('Enter');
  await desk.pane('chart').getByRole('button', { name: body, exact: true }).and(page.locator(':focus')).waitFor();
  assert.ok((await desk.pane('chart').locator('.wheel [data-name][data-lit]').count()) > 0, 'the body is marked on the wheel');
  assert.equal(await paragraph.getAttribute('data-lit'), 'true', 'and so is what speaks of it');

  await paragraph.getByRole('button', { name: t('astrology:draft.edit') }).click();
  const words = page.getByLabel(t('astrology:edit.label'));
  await words.fill('Вы скоро умрёте от рака.');
  await page.getByRole('button', { name: t('astrology:edit.keep') }).click();
  await sees(page, desk.like('astrology:edit.denied'));
  await words.fill('Вам легко расположить к себе людей.');
  await page.getByRole('button', { name: t('astrology:edit.keep') }).click();
  await sees(paragraph, 'Вам легко расположить к себе людей.');
  await sees(paragraph, t('astrology:draft.edited'));
  assert.equal(await page.getByText(text).count(), 0);

  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: t('astrology:download.pdf') }).click();
  const file = await arriving;
  assert.equal(file.suggestedFilename(), 'natal_base.pdf');
  assert.equal(readFileSync(await file.path()).subarray(0, 5).toString(), '%PDF-');
  assert.ok(!page.url().includes('1985'), 'nothing of a birth is in the address');
});

journey('a time that the clock showed twice is asked about', async (tools) => {
  const desk = await atTheDesk(tools);
  await desk.fillBirth({ date: '2024-02-29', time: '23:30', certainty: '', place: 'Алматы', shown: /Алматы/ });
  await desk.draft();
  await sees(desk.page, desk.t('astrology:clock.repeated'));
  await desk.page.getByRole('button', { name: desk.t('astrology:clock.later', { offset: '+05:00' }) }).click();
  await desk.pane('draft').locator('.draft-paragraph').first().waitFor();
});

for (const language of LANGUAGES) {
  journey(`the desk speaks ${language}, on a phone as on a desk, and is open to everybody`, async (tools) => {
    // One sign-in: a code of staff opens one session only.
    const desk = await atTheDesk(tools, { language, screen: PHONE });
    const { page, t } = desk;
    for (const [name, screen] of Object.entries({ phone: PHONE, desk: DESK })) {
      await page.setViewportSize(screen);
      await page.goto('/staff/astrology');
      await page.getByLabel(t('astrology:form.language')).selectOption(language);
      await desk.fillBirth();
      await desk.draft();
      await page.locator('.draft-paragraph').first().waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${wide} px wider than the ${name}`);
      assert.deepEqual(await troubles(page), []);
      if (name === 'phone') {
        for (const pane of ['chart', 'facts', 'findings']) {
          await page.getByRole('tab', { name: t(`astrology:pane.${pane}`) }).click();
          await page.getByRole('tabpanel', { name: t(`astrology:pane.${pane}`) }).waitFor();
          assert.deepEqual(await troubles(page), [], pane);
        }
      }
    }
  });
}
