import type { Presence } from '../api/types';

type Side = Presence['stays'][number]['who'];

export interface RoomEvent {
  at: string;
  who: Side;
  what: 'joined' | 'returned' | 'lost' | 'left' | 'replaced' | 'ended' | 'sound_chosen' | 'sound_quality' | 'video';
}

/** The comings and goings on record, and the changes between video and sound, in their order. */
export function eventsOf({ stays, modes }: Pick<Presence, 'stays' | 'modes'>): RoomEvent[] {
  const events: RoomEvent[] = [];
  const seen = new Set<Side>();
  for (const stay of stays) {
    events.push({ at: stay.joined_at, who: stay.who, what: seen.has(stay.who) ? 'returned' : 'joined' });
    seen.add(stay.who);
    if (stay.left_at) events.push({ at: stay.left_at, who: stay.who, what: endOf(stay.reason) });
  }
  for (const made of modes) {
    events.push({ at: made.at, who: made.who, what: made.mode === 'video' ? 'video' : made.cause === 'quality' ? 'sound_quality' : 'sound_chosen' });
  }
  return events.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function endOf(reason: string | undefined): RoomEvent['what'] {
  return reason === 'left' || reason === 'replaced' || reason === 'ended' ? reason : 'lost';
}
