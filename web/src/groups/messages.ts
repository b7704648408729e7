/** What a browser and the server say to each other in the room of an event. Of media: SDP and candidates, nothing else. */

export type Picture = 'high' | 'low' | 'none';

export type Upward =
  | { type: 'hello'; name: string; key: string; encrypts: boolean }
  | { type: 'leave' }
  | { type: 'offer'; sdp: string }
  /** This side leaves the stage. */
  | { type: 'quiet' }
  | { type: 'watch'; speaker: string }
  | { type: 'answer'; speaker: string; sdp: string }
  /** Of the own line where no speaker is named; an empty candidate is the last. */
  | { type: 'candidate'; speaker?: string; candidate: string; mid: string; line: number }
  | { type: 'picture'; speaker: string; picture: Picture }
  | { type: 'hand'; raised: boolean }
  | { type: 'admit' | 'lower' | 'remove'; who: string }
  | { type: 'mute'; who: string; muted: boolean }
  | { type: 'chat'; open: boolean }
  | { type: 'say'; text: string }
  | { type: 'keys'; epoch: number; for: { who: string; sealed: string }[] };

export interface Speaker {
  id: string;
  name: string;
  /** Its sound and picture are there. */
  live: boolean;
  muted: boolean;
  /** A viewer who was let up. */
  guest: boolean;
}

export interface Viewer {
  id: string;
  name: string;
  hand: boolean;
}

export interface Stage {
  /** When it grows, every connection with the engine is made anew. */
  generation: number;
  media: 'up' | 'down' | 'none';
  encrypted: boolean;
  chat_open: boolean;
  viewers: number;
  speakers: Speaker[];
  /** Public keys of the browsers this one exchanges keys of frames with. */
  keys: Record<string, string>;
  you: { id: string; part: 'speaker' | 'viewer'; may_speak: boolean; hand: boolean; muted: boolean };
  /** Of the event's speakers alone. */
  people?: Viewer[];
}

export interface ChatMessage {
  id: string;
  /** Who wrote it, as they are called on the stage now; empty where that is not known any more, save for what oneself wrote. */
  from: string;
  part: 'speaker' | 'viewer';
  name: string;
  text: string;
  at: string;
}

export type Downward =
  | { type: 'beat' }
  | { type: 'welcome'; now: string; starts_at: string; ends_at: string; ice_servers: RTCIceServer[]; messages: ChatMessage[]; stage: Stage }
  | { type: 'relay'; ice_servers: RTCIceServer[] }
  | { type: 'stage'; stage: Stage }
  | { type: 'answer'; sdp: string }
  | { type: 'offer'; speaker: string; sdp: string }
  /** Of the own line where the speaker is empty. */
  | { type: 'line_ended'; speaker: string; why: 'refused' | 'hung_up' | 'lost' }
  | { type: 'keys'; from: string; epoch: number; sealed: string }
  | { type: 'said'; message: ChatMessage }
  | { type: 'refused'; what: string; code: string }
  | { type: 'closed'; code: string };
