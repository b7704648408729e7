// A file of journeys: one business, one browser, and a report of which clauses the passed journeys showed.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chosen } from './brand.mjs';
import { Business } from './business.mjs';
import { openBrowser, openContext, Watch } from './browser.mjs';
import { patternOf, wordsOf } from './words.mjs';

const LIMIT_MS = 900_000;

/** @type {Business} */
let business;
/** @type {import('playwright-core').Browser} */
let browser;
let setUp = async () => {};
const passed = [];

before(async () => {
  business = await Business.start({ brandIn: chosen.brandIn, groupEngine: chosen.groupEngine });
  // The engine of a sandbox speaks over the loopback interface, which Chromium leaves out by itself.
  browser = await openBrowser(undefined, chosen.groupEngine ? ['--allow-loopback-in-peer-connection'] : []);
  await setUp(business);
});

after(async () => {
  await browser?.close();
  await business?.stop();
  writeReport();
});

/** What is done once before the journeys of this file, when the business runs. @param {(business: Business) => Promise<void>} work */
export function prepare(work) {
  setUp = work;
}

/**
 * A journey. It fails if any page asks another host, breaks the content security policy, or throws.
 * @param {string} title
 * @param {(tools: Tools) => Promise<void>} walk
 */
export function journey(title, walk) {
  test(title, { timeout: LIMIT_MS }, async () => {
    const tools = new Tools(business, browser);
    try {
      await walk(tools);
      assert.deepEqual(tools.watch.faults, [], 'what the pages did beside their work');
      passed.push({ title, clauses: [...tools.clauses] });
    } catch (error) {
      await tools.keepPictures(title);
      throw error;
    } finally {
      await tools.close();
    }
  });
}

export class Tools {
  /** @param {Business} business @param {import('playwright-core').Browser} browser */
  constructor(business, browser) {
    this.business = business;
    this.browser = browser;
    this.clauses = new Set();
    this.watch = new Watch(business.hosts);
    this.contexts = [];
    this.t = wordsOf('ru');
    this.like = patternOf('ru');
  }

  /** Names a clause that the assertions after it show. @param {string} id */
  clause = (id) => {
    this.clauses.add(id);
  };

  /** A page of a person with their own device. @param {object} [options] see openContext */
  page = async (options = {}) => {
    const context = await openContext(this.browser, this.business, { watch: this.watch, ...options });
    this.contexts.push(context);
    return context.newPage();
  };

  async keepPictures(title) {
    const folder = process.env.KELISIM_PICTURES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
    const pages = this.contexts.flatMap((context) => context.pages());
    for (const [index, page] of pages.entries()) {
      await page.screenshot({ path: path.join(folder, `${name}-${index}.png`), timeout: 5000 }).catch(() => undefined);
    }
  }

  async close() {
    for (const context of this.contexts) await context.close();
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The passed journeys with their clauses, in the form that bin/clauses reads. */
function writeReport() {
  const folder = process.env.KELISIM_RESULTS;
  if (!folder) return;
  const name = `browser_${path.basename(process.argv[1], '.test.mjs')}`;
  const cases = passed.map(({ title, clauses }) => {
    const marks = clauses.map((id) => `<property name="clause:${escaped(id)}" value=""/>`).join('');
    return `<testcase classname="${name}" name="${escaped(title)}"><properties>${marks}</properties></testcase>`;
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.xml`), `<testsuites><testsuite name="${name}">${cases.join('')}</testsuite></testsuites>\n`);
}
