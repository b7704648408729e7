import { describe, expect, it } from 'vitest';
import { VideoGovernor, type Reading } from './quality';

const good: Reading = { outgoingBps: 900_000, roundTripSeconds: 0.05, audioLost: 0 };
const slow: Reading = { outgoingBps: 100_000, roundTripSeconds: 0.05, audioLost: 0 };

const feed = (governor: VideoGovernor, reading: Reading, seconds: number) =>
  Array.from({ length: seconds }, () => governor.read(reading)).at(-1);

describe('video governor', () => {
  it('keeps video through four bad seconds and drops it at the fifth', () => {
    const governor = new VideoGovernor();
    expect(feed(governor, slow, 4)).toBe(true);
    expect(feed(governor, slow, 1)).toBe(false);
  });

  it('begins to count anew after a good second', () => {
    const governor = new VideoGovernor();
    feed(governor, slow, 4);
    feed(governor, good, 1);
    expect(feed(governor, slow, 4)).toBe(true);
  });

  it('begins to count anew ten seconds into another path, and a sound alone that was begun lasts as long as before', () => {
    const governor = new VideoGovernor();
    feed(governor, slow, 4);
    governor.beginPath();
    expect(feed(governor, slow, 14)).toBe(true);
    expect(feed(governor, slow, 1)).toBe(false);
    feed(governor, good, 14);
    governor.beginPath();
    expect(governor.sendsVideo).toBe(false);
    expect(feed(governor, good, 1)).toBe(true);
  });

  it('drops video when sound is lost on a slow way, and not for slowness alone', () => {
    const governor = new VideoGovernor();
    expect(feed(governor, { outgoingBps: null, roundTripSeconds: 0.8, audioLost: 0 }, 10)).toBe(true);
    expect(feed(governor, { outgoingBps: null, roundTripSeconds: 0.8, audioLost: 3 }, 5)).toBe(false);
  });

  it('tries video again after 15, 30 and then 60 seconds', () => {
    const governor = new VideoGovernor();
    for (const wait of [15, 30, 60, 60]) {
      feed(governor, slow, 5);
      expect(feed(governor, good, wait - 1)).toBe(false);
      expect(feed(governor, good, 1)).toBe(true);
    }
  });
});
