// Every main screen on a phone, in each language: all texts are there, nothing overflows, and axe finds nothing serious.
import assert from 'node:assert/strict';
import { troubles } from './lib/axe.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { RoomStates } from './lib/room-states.mjs';
import { Screens } from './lib/screens.mjs';
import { allKeys, LANGUAGES, wordsOf } from './lib/words.mjs';

const keys = new Set(allKeys());
const CONTACT = 'help@harmonia.example';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

for (const language of LANGUAGES) {
  journey(`every main screen speaks ${language}, fits a phone and is open to everybody`, async (tools) => {
    const screens = await Screens.prepare(tools, { language });
    const faults = [];
    for (const { name, page, where, shows } of screens.list()) {
      await page.goto(where);
      await page.getByRole('heading', { level: 1, name: shows }).first().waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      for (const fault of await faultsOf(page, language)) faults.push(`${name}: ${fault}`);
      const foot = page.getByRole('contentinfo');
      if (!name.endsWith('door') && !(await foot.innerText()).includes(CONTACT)) faults.push(`${name}: no contacts at its foot`);
    }
    tools.clause('HAR-4.2.14a');
    assert.deepEqual(faults, []);
    await screens.close();
  });

  journey(`the room of a session speaks ${language}, fits a phone and is open to everybody`, async (tools) => {
    const states = await RoomStates.prepare(tools, { language });
    const faults = [];
    for (const { name, enter } of states.list()) {
      await enter();
      for (const fault of await faultsOf(states.page, language)) faults.push(`${name}: ${fault}`);
    }
    assert.deepEqual(faults, []);
  });
}

journey('the language is changed on the page and kept', async ({ page: open }) => {
  const page = await open();
  await page.goto('/');
  for (const language of ['kk', 'en', 'ru']) {
    await page.locator('header').getByRole('combobox').selectOption(language);
    await page.getByRole('heading', { level: 1, name: wordsOf(language)('catalogue:title') }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: wordsOf(language)('catalogue:title') }).waitFor();
  }
});

/** Keys in the place of words, another language, what is wider than the phone, and what axe finds serious. */
async function faultsOf(page, language) {
  const spoken = await page.evaluate(() => document.documentElement.lang);
  const text = await page.locator('body').innerText();
  const raw = text.split(/\s+/).filter((word) => keys.has(word.replace(/^[a-z_]+:/, '')));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...(spoken === language ? [] : [`speaks ${spoken}`]),
    ...raw.map((key) => `shows the key ${key}`),
    ...(wide > 0 ? [`${wide} px wider than the phone`] : []),
    ...(await page.evaluate(hiddenPlaces)),
    ...(await troubles(page)),
  ];
}

/** Runs in the page: staff have more places than a phone holds and move the bar; everybody else sees all of theirs. */
function hiddenPlaces() {
  const bar = document.querySelector('.tabs-bar');
  return bar && bar.children.length <= 5 && bar.scrollWidth > bar.clientWidth ? [`places below are ${bar.scrollWidth} px wide`] : [];
}
