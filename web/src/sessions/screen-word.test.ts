import { expect, test } from 'vitest';
import type { RoomState } from './messages';
import { screenWord } from './screen-word';

const room = (sharing: RoomState['sharing']): RoomState => ({
  now: '2026-12-07T05:00:00Z',
  starts_at: '2026-12-07T05:00:00Z',
  ends_at: '2026-12-07T05:50:00Z',
  peer_present: true,
  sharing,
  late_minutes: 0,
});

test.each([
  ['nobody', false, false, null],
  ['nobody', true, true, null],
  ['you', false, false, 'screen.you'],
  ['you', false, true, 'screen.you'],
  ['you', true, false, 'screen.you_weak'],
  ['other', false, false, 'screen.other'],
  ['other', true, false, 'screen.other'],
  ['other', false, true, 'screen.other_weak'],
] as const)('%s shows; own line weak: %s, theirs: %s', (sharing, tooSlow, peerWeak, word) => {
  expect(screenWord({ room: room(sharing), tooSlow, peerWeak })).toBe(word);
});

test('before the room answers there is no screen', () => {
  expect(screenWord({ room: null, tooSlow: true, peerWeak: true })).toBeNull();
});
