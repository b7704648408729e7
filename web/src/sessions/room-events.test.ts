import { expect, test } from 'vitest';
import { eventsOf } from './room-events';

const at = (minute: number) => `2026-12-07T05:${String(minute).padStart(2, '0')}:00Z`;

test('comings, goings and changes stand in their order, and who comes again returns', () => {
  const events = eventsOf({
    stays: [
      { who: 'client', joined_at: at(0), left_at: at(10), reason: 'lost' },
      { who: 'client', joined_at: at(11) },
      { who: 'specialist', joined_at: at(2), left_at: at(50), reason: 'left' },
    ],
    modes: [
      { who: 'client', mode: 'audio', cause: 'quality', at: at(20) },
      { who: 'client', mode: 'video', cause: 'quality', at: at(21) },
      { who: 'specialist', mode: 'audio', cause: 'chosen', at: at(22) },
    ],
  });
  expect(events.map((event) => `${event.who} ${event.what}`)).toEqual([
    'client joined',
    'specialist joined',
    'client lost',
    'client returned',
    'client sound_quality',
    'client video',
    'specialist sound_chosen',
    'specialist left',
  ]);
});
