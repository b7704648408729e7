import { RoomSocket } from '../sessions/room-socket';
import { setServerClock } from '../ui/now';
import { canEncrypt } from './key-exchange';
import { SpeakingLine, ViewingLine } from './lines';
import type { ChatMessage, Downward, Picture, Stage, Upward } from './messages';
import { Secrecy } from './secrecy';

const AGAIN_MS = 1500;
const MESSAGES_KEPT = 200;

export interface GroupView {
  stage: Stage | null;
  messages: ChatMessage[];
  /** What the server did not do, and why; the newest. */
  refusal: { what: string; code: string } | null;
  /** The connection with the server is cut and being mended. */
  cut: boolean;
  closed: string | null;
  soundOnly: boolean;
  seen: Record<string, { stream: MediaStream; picture: Picture }>;
}

/** One page in the room of an event: its socket, its lines with the engine, its keys. */
export class GroupCall {
  private state: GroupView = { stage: null, messages: [], refusal: null, cut: false, closed: null, soundOnly: false, seen: {} };
  private readonly listeners = new Set<() => void>();
  private socket: RoomSocket<Upward, Downward> | null = null;
  private secrecy: Secrecy | null = null;
  private servers: RTCIceServer[] = [];
  private stream: MediaStream | null = null;
  private speaking: SpeakingLine | null = null;
  private readonly viewing = new Map<string, ViewingLine>();
  private generation = -1;
  private left = false;

  constructor(
    private readonly event: string,
    private readonly name: string,
  ) {
    void this.begin();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly view = (): GroupView => this.state;

  /** What this side lets the others see and hear; null: nothing any more. */
  carry(stream: MediaStream | null): void {
    const before = this.stream;
    this.stream = stream;
    if (stream && before && this.speaking) void this.speaking.carry(stream).catch(() => undefined);
    else this.settle();
  }

  setSoundOnly(soundOnly: boolean): void {
    this.change({ soundOnly });
    for (const line of this.viewing.values()) line.setSoundOnly(soundOnly);
  }

  tell(message: Upward): void {
    this.change({ refusal: null });
    this.send(message);
  }

  stopSpeaking(): void {
    this.stream = null;
    this.hangUpSpeaking();
    this.send({ type: 'quiet' });
  }

  leave(): void {
    if (this.left) return;
    this.left = true;
    this.send({ type: 'leave' });
    this.socket?.close();
    this.hangUp();
    this.secrecy?.close();
  }

  private readonly send = (message: Upward): void => this.socket?.send(message);

  private async begin(): Promise<void> {
    const encrypts = canEncrypt();
    if (encrypts) this.secrecy = await Secrecy.make(this.event, this.send, () => this.settle());
    if (this.left) return this.secrecy?.close();
    const url = `${location.origin.replace(/^http/, 'ws')}/v1/groups/${this.event}/room`;
    this.socket = new RoomSocket<Upward, Downward>(url, {
      opened: () => this.send({ type: 'hello', name: this.name, key: this.secrecy?.publicText ?? '', encrypts }),
      heard: (message) => this.hear(message),
      cut: () => {
        this.hangUp();
        this.change({ cut: true });
      },
    });
  }

  private hear(message: Downward): void {
    switch (message.type) {
      case 'welcome':
        this.hangUp();
        this.servers = message.ice_servers;
        setServerClock(message.now);
        this.change({ cut: false, messages: message.messages });
        return this.seeStage(message.stage);
      case 'relay':
        this.servers = message.ice_servers;
        return;
      case 'stage':
        return this.seeStage(message.stage);
      case 'answer':
        void this.speaking?.answer(message.sdp).catch(() => undefined);
        return;
      case 'offer':
        void this.viewing.get(message.speaker)?.offered(message.sdp).catch(() => undefined);
        return;
      case 'line_ended':
        return this.lineEnded(message.speaker);
      case 'keys':
        this.secrecy?.receive(message.from, message.epoch, message.sealed);
        return;
      case 'said':
        this.change({ messages: [...this.state.messages, message.message].slice(-MESSAGES_KEPT) });
        return;
      case 'refused':
        this.change({ refusal: { what: message.what, code: message.code } });
        return;
      case 'closed':
        this.left = true;
        this.socket?.close();
        this.hangUp();
        this.secrecy?.close();
        this.change({ closed: message.code });
        return;
      case 'beat':
        return;
    }
  }

  private seeStage(stage: Stage): void {
    if (stage.generation !== this.generation) this.hangUp();
    this.generation = stage.generation;
    this.change({ stage });
    this.secrecy?.see(stage);
    this.settle();
  }

  private lineEnded(speaker: string): void {
    if (speaker === '') this.hangUpSpeaking();
    else this.hangUpViewing(speaker);
    this.showSeen();
    setTimeout(() => this.settle(), AGAIN_MS);
  }

  /** Brings the lines to what the stage and this person's wishes ask for. */
  private settle(): void {
    const { stage } = this.state;
    if (!stage || this.left || this.state.cut) return;
    const secrecy = stage.encrypted ? this.secrecy : null;
    const up = stage.media === 'up';
    if (!up || !stage.you.may_speak || !this.stream) this.hangUpSpeaking();
    else if (!this.speaking) this.speaking = new SpeakingLine(this.send, this.servers, this.stream, secrecy);
    const live = new Set(up ? stage.speakers.filter((one) => one.live && one.id !== stage.you.id).map((one) => one.id) : []);
    for (const speaker of [...this.viewing.keys()]) if (!live.has(speaker)) this.hangUpViewing(speaker);
    for (const speaker of live) {
      // Without its key a picture could not be shown: the line waits for it.
      if (this.viewing.has(speaker) || (secrecy && !secrecy.has(speaker))) continue;
      const line = new ViewingLine(this.send, this.servers, speaker, secrecy, () => this.showSeen());
      this.viewing.set(speaker, line);
      this.send({ type: 'watch', speaker });
      if (this.state.soundOnly) line.setSoundOnly(true);
    }
    this.showSeen();
  }

  private showSeen(): void {
    this.change({ seen: Object.fromEntries([...this.viewing].map(([speaker, { stream, picture }]) => [speaker, { stream, picture }])) });
  }

  private hangUpSpeaking(): void {
    this.speaking?.close();
    this.speaking = null;
  }

  private hangUpViewing(speaker: string): void {
    this.viewing.get(speaker)?.close();
    this.viewing.delete(speaker);
  }

  private hangUp(): void {
    this.hangUpSpeaking();
    for (const speaker of [...this.viewing.keys()]) this.hangUpViewing(speaker);
    this.showSeen();
  }

  private change(part: Partial<GroupView>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
