// What a group event costs its engine for each viewer, as a row of docs/benchmarks.md: one speaker whom pages watch, and the
// processor time of Janus over some seconds, with nobody watching and with everybody: `node tests/bench/viewers.mjs [VIEWERS]`.
import { setTimeout as pause } from 'node:timers/promises';
import { openBrowser, openContext } from '../browser/lib/browser.mjs';
import { Business } from '../browser/lib/business.mjs';
import { videoFlows } from '../browser/lib/call.mjs';
import { enterAsViewer, openEvent } from '../browser/lib/group.mjs';
import { sees } from '../browser/lib/steps.mjs';
import { wordsOf } from '../browser/lib/words.mjs';
import { cpuSeconds, residentKib, row } from './figures.mjs';

const VIEWERS = Number(process.argv[2] ?? 6);
const SECONDS = 20;
const t = wordsOf('ru');

const business = await Business.start({ groupEngine: true });
const browser = await openBrowser(undefined, ['--allow-loopback-in-peer-connection']);
try {
  await business.clock('2026-12-07T04:00:00Z');
  const tools = { business, t, page: async () => (await openContext(browser, business)).newPage() };
  const { speaker, event } = await openEvent(tools);
  await sees(speaker, t('groups:caption.encrypted'));
  const engine = business.groupEngine.process.pid;
  const viewers = [await enterAsViewer(tools, event, 'Лотос')];
  await videoFlows(viewers[0]); // the speaker's media are at the engine
  await viewers.pop().context().close();
  const alone = await shareOf(engine);
  const held = residentKib(engine);
  while (viewers.length < VIEWERS) viewers.push(await enterAsViewer(tools, event, `Лотос ${viewers.length + 1}`));
  await Promise.all(viewers.map(videoFlows));
  const before = await bytesOf(viewers);
  const began = performance.now();
  const watched = await shareOf(engine);
  const seconds = (performance.now() - began) / 1000;
  const kbits = ((await bytesOf(viewers)) - before) / 125 / seconds / VIEWERS;
  await Promise.all(viewers.map(videoFlows));
  row(
    'processor / memory of the engine of group rooms for each viewer',
    `${((watched - alone) / VIEWERS).toFixed(2)} % of a core / ${((residentKib(engine) - held) / 1024 / VIEWERS).toFixed(1)} MiB`,
    '—',
    `Janus, ${VIEWERS} viewers of one speaker in three sizes, sealed from browser to browser, ${Math.round(kbits)} kbit/s to each, for ${SECONDS} s; with nobody watching it uses ${alone.toFixed(1)} %`,
  );
} finally {
  await browser.close();
  await business.stop();
}

/** The share of a core that a process uses, in per cent. */
async function shareOf(pid) {
  const [began, from] = [cpuSeconds(pid), performance.now()];
  await pause(SECONDS * 1000);
  return (100 * (cpuSeconds(pid) - began)) / ((performance.now() - from) / 1000);
}

async function bytesOf(pages) {
  const all = await Promise.all(pages.map((page) => page.evaluate(() => window.journeyInbound())));
  return all.reduce((sum, one) => sum + one.bytes, 0);
}
