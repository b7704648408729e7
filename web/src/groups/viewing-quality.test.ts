import { expect, it } from 'vitest';
import { ViewGovernor } from './viewing-quality';

const good = { packets: 100, lost: 0, freezes: 0 };
const lossy = { packets: 90, lost: 10, freezes: 0 };
const frozen = { packets: 100, lost: 0, freezes: 1 };

function after(governor: ViewGovernor, reading: typeof good, seconds: number) {
  for (let at = 0; at < seconds; at += 1) governor.read(reading);
  return governor.picture;
}

it('stays high while the picture comes, and forgives single seconds', () => {
  const governor = new ViewGovernor();
  expect(after(governor, good, 100)).toBe('high');
  expect(after(governor, lossy, 2)).toBe('high');
  expect(after(governor, good, 1)).toBe('high');
  expect(after(governor, frozen, 2)).toBe('high');
});

it('asks for less after three bad seconds, and for sound alone after three more', () => {
  const governor = new ViewGovernor();
  expect(after(governor, lossy, 3)).toBe('low');
  expect(after(governor, frozen, 3)).toBe('none');
  expect(after(governor, lossy, 30)).toBe('none');
});

it('tries again after 15 seconds, after the second fall 30, then each minute', () => {
  const governor = new ViewGovernor();
  after(governor, lossy, 3);
  expect(after(governor, good, 14)).toBe('low');
  expect(after(governor, good, 1)).toBe('high');
  after(governor, lossy, 3);
  expect(after(governor, good, 29)).toBe('low');
  expect(after(governor, good, 1)).toBe('high');
  after(governor, lossy, 3);
  expect(after(governor, good, 59)).toBe('low');
  expect(after(governor, good, 1)).toBe('high');
});

it('loses eight of a hundred without a word', () => {
  expect(after(new ViewGovernor(), { packets: 92, lost: 8, freezes: 0 }, 20)).toBe('high');
});
