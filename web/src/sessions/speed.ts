const PROBE = '/probe.txt';
const WARM_UP_MS = 400;
const LASTS_MS = 4000;
const MOST_BYTES = 20_000_000;
const AT_ONCE = 3;

/**
 * Measures how fast this device takes data from our server, in kilobits per second; null where it could not be measured.
 * Bounded by four seconds and 20 MB, so that it costs little on mobile data.
 */
export async function measureKbps(progress: (kbps: number) => void, stop: AbortSignal): Promise<number | null> {
  const began = performance.now();
  let bytes = 0;
  let countedFrom = began;
  let counting = false;

  const enough = () => performance.now() - began > LASTS_MS || bytes > MOST_BYTES || stop.aborted;
  function count(length: number) {
    const now = performance.now();
    if (!counting) {
      if (now - began < WARM_UP_MS) return;
      counting = true;
      countedFrom = now;
      return;
    }
    bytes += length;
    progress(kbps(bytes, now - countedFrom));
  }
  async function draw() {
    while (!enough()) {
      const reply = await fetch(PROBE, { cache: 'no-store', signal: stop });
      const reader = reply.ok ? reply.body?.getReader() : undefined;
      if (!reader) throw new Error('no probe');
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        count(value.length);
        if (enough()) return void reader.cancel();
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, draw));
  } catch {
    return null;
  }
  return bytes === 0 ? null : kbps(bytes, performance.now() - countedFrom);
}

function kbps(bytes: number, milliseconds: number): number {
  return milliseconds <= 0 ? 0 : Math.round((bytes * 8) / milliseconds);
}
