// Pictures of every main screen, on a phone and on a desk, in each language, into build/screenshots; and the one picture
// of the README. Usage: node tests/browser/screenshots.mjs [LANGUAGE…]
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser, openContext, Watch } from './lib/browser.mjs';
import { Business } from './lib/business.mjs';
import { DeskSteps } from './lib/desk.mjs';
import { groupStates } from './lib/group-states.mjs';
import { Screens, SIZES } from './lib/screens.mjs';
import { RoomStates } from './lib/room-states.mjs';
import { LANGUAGES } from './lib/words.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'build/screenshots');
const README_PICTURE = path.join(ROOT, 'docs/screenshots/catalogue.png');

async function shoot(tools, language, size) {
  const screens = await Screens.prepare(tools, { language, screen: SIZES[size] });
  for (const { name, page, where, shows } of screens.list()) {
    await page.goto(where);
    await page.getByRole('heading', { level: 1, name: shows }).first().waitFor();
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: path.join(FOLDER, `${language}-${size}-${name}.png`), fullPage: true });
  }
  await shootDraft(screens.support, language, size);
  await screens.close();
  await shootRoom(tools, language, size);
  await shootGroup(tools, language, size);
}

/** A group event from the plan to the end. */
async function shootGroup(tools, language, size) {
  const contexts = new Set();
  for await (const { name, page } of groupStates(tools, { language, screen: SIZES[size] })) {
    contexts.add(page.context());
    await page.screenshot({ path: path.join(FOLDER, `${language}-${size}-group-${name}.png`), fullPage: true });
  }
  for (const context of contexts) await context.close();
}

/** The room in each of its states. */
async function shootRoom(tools, language, size) {
  const states = await RoomStates.prepare(tools, { language, screen: SIZES[size] });
  for (const { name, enter } of states.list()) {
    await enter();
    await states.page.screenshot({ path: path.join(FOLDER, `${language}-${size}-${name}.png`) });
  }
  await states.page.context().close();
}

/** A draft at the astrologer's desk; on a phone each of its panes. */
async function shootDraft(page, language, size) {
  await page.goto('/staff/astrology');
  const desk = new DeskSteps(page, language);
  await page.getByLabel(desk.t('astrology:form.language')).selectOption(language);
  await desk.fillBirth();
  await desk.draft();
  await page.locator('.draft-paragraph').first().waitFor();
  const panes = size === 'phone' ? ['draft', 'chart', 'facts', 'findings'] : ['draft'];
  for (const pane of panes) {
    if (size === 'phone') await page.getByRole('tab', { name: desk.t(`astrology:pane.${pane}`) }).click();
    await page.screenshot({ path: path.join(FOLDER, `${language}-${size}-astrology-${pane}.png`), fullPage: true });
  }
}

/** The catalogue on a desk and on a phone, side by side. */
async function compose(browser, tools) {
  const shots = {};
  for (const size of ['desk', 'phone']) {
    const page = await tools.page({ screen: SIZES[size] });
    await page.goto('/');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    shots[size] = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
  }
  const page = await browser.newPage({ viewport: { width: 1200, height: 640 } });
  await page.setContent(`<style>
    body { margin: 0; padding: 24px; display: flex; gap: 24px; align-items: flex-start; background: #dfe7e4 }
    img { border-radius: 12px; height: 592px } .desk { width: 842px } .phone { width: 274px }
  </style><img class="desk" src="${shots.desk}"><img class="phone" src="${shots.phone}">`);
  await page.screenshot({ path: README_PICTURE });
  console.log(`${path.relative(ROOT, README_PICTURE)}: ${readFileSync(README_PICTURE).length} bytes`);
}

mkdirSync(FOLDER, { recursive: true });
mkdirSync(path.dirname(README_PICTURE), { recursive: true });
const asked = process.argv.slice(2);
const business = await Business.start({ groupEngine: true });
const browser = await openBrowser(undefined, ['--allow-loopback-in-peer-connection']);
try {
  await business.clock('2026-12-07T04:00:00Z');
  const watch = new Watch(business.hosts);
  const tools = { business, page: async (device) => (await openContext(browser, business, { watch, ...device })).newPage() };
  await compose(browser, tools);
  for (const language of asked.length > 0 ? asked : LANGUAGES) {
    for (const size of ['phone', 'desk']) await shoot(tools, language, size);
  }
  for (const fault of watch.faults) console.error(fault);
} finally {
  await browser.close();
  await business.stop();
}
