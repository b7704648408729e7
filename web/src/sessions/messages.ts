import type { ChatMessage } from './chat';

/** What the two browsers and the server say to each other in a room. Media never passes here. */

/** One browser to the other, through the server, which does not look inside. */
export type Signal =
  /** A page has come (again): the instance tells a reload from a reconnect. */
  | { kind: 'hello'; instance: string; reply: boolean }
  | { kind: 'description'; instance: string; description: RTCSessionDescriptionInit }
  | { kind: 'candidate'; instance: string; candidate: RTCIceCandidateInit | null }
  /** Whether this side has left its video out because its connection is weak. */
  | { kind: 'weak'; instance: string; weak: boolean }
  /** This side shows its screen in the stream of this name, or no more. */
  | { kind: 'screen'; instance: string; stream: string; on: boolean }
  /** What this side wants to send and receive. */
  | { kind: 'mode'; instance: string; audioOnly: boolean };

export type Upward =
  | { type: 'beat' }
  | { type: 'signal'; signal: Signal }
  | { type: 'mode'; mode: 'video' | 'audio'; cause: 'chosen' | 'quality' }
  /** Whether something of the other's sound or picture came in the ten seconds before. */
  | { type: 'hearing'; hears: boolean }
  /** Into the chat, and again under the same mark until the server has answered. */
  | { type: 'say'; mark: string; text: string }
  /** One's screen is to be shown, or is no more. */
  | { type: 'share'; on: boolean }
  | { type: 'leave' };

/** Through our relay alone, so that neither learns the other's address, or from browser to browser. */
export type MediaMode = 'relay' | 'direct';

export interface RoomState {
  /** Instant of the server, to set this page's countdowns by. */
  now: string;
  starts_at: string;
  ends_at: string;
  peer_present: boolean;
  /** Whose screen is shown. */
  sharing: 'nobody' | 'you' | 'other';
  /** The specialist has been waited for since the start: whole minutes, 0 when not late. */
  late_minutes: number;
}

export type Downward =
  | { type: 'beat' }
  | { type: 'welcome'; state: RoomState; media: MediaMode; chat: boolean; screen_share: boolean; ice_servers: RTCIceServer[] }
  /** Fresh access to the relay, before the last one ends. */
  | { type: 'relay'; ice_servers: RTCIceServer[] }
  | { type: 'state'; state: RoomState }
  | { type: 'signal'; signal: Signal }
  | { type: 'said'; message: ChatMessage }
  /** A message that was not taken. */
  | { type: 'refused'; mark: string; code: string }
  /** A screen that is not to be shown. */
  | { type: 'not_shared'; code: string }
  | { type: 'closed'; code: string };

export function readDownward(text: string): Downward | null {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && 'type' in message ? (message as Downward) : null;
  } catch {
    return null;
  }
}
