// How soon a call between two networks is back after a cut, as rows of docs/benchmarks.md. Only root may make the networks.
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { enterRoom } from '../browser/lib/call.mjs';
import { Nets } from '../network/lib/nets.mjs';
import { TwoHomes } from '../network/lib/two-homes.mjs';
import { middle, row, slow } from './figures.mjs';

const TIMES = 5;
/** Ten seconds of one side; and both for so long that their connections have failed. */
const CUTS = [
  { homes: ['a'], ms: 10_000 },
  { homes: ['a', 'b'], ms: 25_000 },
];

if (process.env.KELISIM_NETS) await measure(new Nets(process.env.KELISIM_NETS));
else process.exitCode = withinNetworks();

/** Runs this script again, where the server stands. */
function withinNetworks() {
  const nets = new Nets(`k${process.pid % 100_000}`);
  try {
    nets.build();
    const { status } = spawnSync('ip', ['netns', 'exec', nets.name('srv'), process.execPath, import.meta.filename], {
      stdio: 'inherit',
      env: { ...process.env, KELISIM_NETS: nets.prefix },
    });
    return status ?? 1;
  } finally {
    nets.remove();
  }
}

async function measure(nets) {
  const homes = await TwoHomes.open(nets, { minutesBefore: 4 });
  try {
    for (const page of homes.pages) await enterRoom(page, homes.booking);
    await homes.bothSee();
    for (const { homes: who, ms } of CUTS) await measureCut(nets, homes, who, ms);
  } finally {
    await homes.close();
  }
}

async function measureCut(nets, homes, who, ms) {
  const took = [];
  for (let at = 0; at < TIMES; at += 1) {
    const watched = homes.pages.map((page) => page.evaluate(firstFrameAfterSilence));
    await pause(500);
    who.forEach((home) => nets.cut(home));
    await pause(ms);
    const mended = Date.now();
    who.forEach((home) => nets.mend(home));
    took.push(Math.max(...(await Promise.all(watched))) - mended);
    await homes.bothSee();
  }
  row(`picture back on both sides after a cut of ${who.length === 2 ? 'both' : 'one'} for ${ms / 1000} s`, `${middle(took)} / ${slow(took)} ms`, '5000 ms', `middle / slowest of ${TIMES}; two NATs, through the relay`);
}

/** Runs in a page: the instant of the first frame that is decoded after three seconds without one. */
async function firstFrameAfterSilence() {
  const frames = async () => (await window.journeyInbound()).frames;
  let [known, grewAt] = [await frames(), performance.now()];
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = await frames();
    if (now <= known) continue;
    if (performance.now() - grewAt > 3000) return Date.now();
    [known, grewAt] = [now, performance.now()];
  }
}
