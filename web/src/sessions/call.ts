import { Chat, type ChatState, type ChatWays } from './chat';
import { Connection, waysOf } from './connection';
import type { Downward, RoomState, Signal } from './messages';
import type { Negotiated } from './negotiation';
import { RoomSocket } from './room-socket';
import { openScreen } from './screen';

export interface CallView {
  room: RoomState | null;
  /** The way to the server. */
  link: 'joining' | 'open' | 'cut';
  /** The way to the other person. */
  media: 'none' | 'connecting' | 'connected' | 'cut';
  remote: MediaStream | null;
  audioOnly: boolean;
  peerAudioOnly: boolean;
  /** Video has given way to sound because the connection is too slow. */
  tooSlow: boolean;
  /** The other side has left its video out for the same reason. */
  peerWeak: boolean;
  /** Digits that both compare to know that nobody stands between. */
  code: string | null;
  /** The brand lets one show one's screen. */
  mayShare: boolean;
  /** The other's screen, once it has come. */
  screen: MediaStream | null;
  /** Why one's own is not shown. */
  screenTrouble: 'impossible' | 'other_shares' | null;
  /** What both wrote; null where the brand has no chat. */
  chat: ChatState | null;
  closed: string | null;
}

const FIRST: CallView = {
  room: null,
  link: 'joining',
  media: 'none',
  remote: null,
  audioOnly: false,
  peerAudioOnly: false,
  tooSlow: false,
  peerWeak: false,
  code: null,
  mayShare: false,
  screen: null,
  screenTrouble: null,
  chat: null,
  closed: null,
};

/** One stay in a room: the socket, the connection to the other page, and what a screen may show of both. */
export class Call {
  private view = FIRST;
  private readonly instance = crypto.randomUUID();
  private readonly socket: RoomSocket;
  private connection: Connection | null = null;
  private peerInstance: string | null = null;
  private ownScreen: MediaStreamTrack | null = null;
  /** One for all screens of this page: its name tells them from the camera. */
  private readonly screenStream = new MediaStream();
  private ways: RTCConfiguration = waysOf('relay', []);
  readonly chat: Chat;
  private readonly listeners = new Set<() => void>();

  constructor(
    url: string,
    private stream: MediaStream,
    readMessages: ChatWays['read'],
  ) {
    this.chat = new Chat({
      say: (mark, text) => this.socket.send({ type: 'say', mark, text }),
      read: readMessages,
      changed: (chat) => this.change({ chat }),
    });
    this.socket = new RoomSocket(url, {
      opened: () => this.change({ link: 'open' }),
      heard: (message) => this.hear(message),
      cut: () => this.change({ link: 'cut' }),
    });
  }

  readonly snapshot = (): CallView => this.view;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Other devices were chosen. */
  async carry(stream: MediaStream): Promise<void> {
    this.stream = stream;
    await this.connection?.carry(stream);
  }

  async setAudioOnly(audioOnly: boolean): Promise<void> {
    this.change({ audioOnly });
    this.stream.getVideoTracks().forEach((track) => (track.enabled = !audioOnly));
    this.signal({ kind: 'mode', instance: this.instance, audioOnly });
    this.socket.send({ type: 'mode', mode: audioOnly ? 'audio' : 'video', cause: 'chosen' });
    await this.connection?.allowVideo(!audioOnly && !this.view.peerAudioOnly);
  }

  /** Asks what to show; the other sees it when the server has said that it is this side's turn. */
  async shareScreen(): Promise<void> {
    const opened = await openScreen();
    if ('trouble' in opened) {
      this.change({ screenTrouble: opened.trouble === 'impossible' ? 'impossible' : null });
      return;
    }
    if (this.view.closed !== null) return opened.track.stop();
    this.ownScreen?.stop();
    this.ownScreen = opened.track;
    // The browser has a button of its own to end it.
    opened.track.onended = () => this.stopSharing();
    this.change({ screenTrouble: null });
    this.socket.send({ type: 'share', on: true });
  }

  stopSharing(): void {
    this.ownScreen?.stop();
    this.ownScreen = null;
    this.socket.send({ type: 'share', on: false });
    this.showScreen();
  }

  stats(): Promise<RTCStatsReport> | null {
    return this.connection?.stats() ?? null;
  }

  leave(): void {
    this.socket.send({ type: 'leave' });
    this.stop();
  }

  stop(): void {
    this.connection?.close();
    this.connection = null;
    this.ownScreen?.stop();
    this.ownScreen = null;
    this.chat.stop();
    this.socket.close();
  }

  private hear(message: Downward): void {
    switch (message.type) {
      case 'welcome':
        this.take(waysOf(message.media, message.ice_servers));
        this.change({ room: message.state, mayShare: message.screen_share, chat: message.chat ? (this.view.chat ?? { messages: [], drafts: [] }) : null });
        this.greet(true);
        if (message.chat) this.chat.opened();
        if (this.ownScreen) this.socket.send({ type: 'share', on: true });
        this.connection?.resume();
        return;
      case 'relay':
        this.take(waysOf('relay', message.ice_servers));
        return;
      case 'state':
        this.change({ room: message.state });
        if (message.state.sharing === 'you') this.showScreen();
        return;
      case 'not_shared':
        this.change({ screenTrouble: message.code === 'other_shares' ? 'other_shares' : 'impossible' });
        if (this.ownScreen) this.stopSharing();
        return;
      case 'signal':
        this.hearPeer(message.signal);
        return;
      case 'said':
        this.chat.said(message.message);
        return;
      case 'refused':
        this.chat.refused(message.mark, message.code);
        return;
      case 'closed':
        this.change({ closed: message.code });
        this.stop();
        return;
      case 'beat':
        return;
    }
  }

  private take(ways: RTCConfiguration): void {
    this.ways = ways;
    this.connection?.renew(ways);
  }

  private greet(reply: boolean): void {
    this.signal({ kind: 'hello', instance: this.instance, reply });
  }

  private hearPeer(signal: Signal): void {
    if (signal.kind === 'hello') {
      if (signal.instance !== this.peerInstance) this.meet(signal.instance);
      // The same page came back to the room: its way was cut, and only one of the two begins at once.
      else if (signal.reply) this.connection?.resume();
      if (signal.reply) this.greet(false);
      if (this.view.audioOnly) this.signal({ kind: 'mode', instance: this.instance, audioOnly: true });
      if (this.ownScreen && this.view.room?.sharing === 'you') this.showScreen();
      if (this.view.tooSlow) this.signal({ kind: 'weak', instance: this.instance, weak: true });
      return;
    }
    // A word of a page that is gone.
    if (signal.instance !== this.peerInstance) return;
    if (signal.kind === 'mode') {
      this.change({ peerAudioOnly: signal.audioOnly });
      void this.connection?.allowVideo(!signal.audioOnly && !this.view.audioOnly);
      return;
    }
    if (signal.kind === 'screen') {
      if (signal.on) this.connection?.expectScreen(signal.stream);
      else this.change({ screen: null });
      return;
    }
    if (signal.kind === 'weak') {
      this.change({ peerWeak: signal.weak });
      return;
    }
    const heard: Negotiated = signal.kind === 'description' ? { description: signal.description } : { candidate: signal.candidate };
    // A word that could not be used is followed by others; a connection that stays broken restarts by itself.
    void this.connection?.negotiation.hear(heard).catch(() => undefined);
  }

  /** The other side has a new page: what was agreed with the old one is void. */
  private meet(instance: string): void {
    this.connection?.close();
    this.peerInstance = instance;
    this.change({ media: 'connecting', remote: null, screen: null, peerAudioOnly: false, tooSlow: false, peerWeak: false, code: null });
    // Both pages come to the same answer, and reloads cannot make both polite.
    const polite = this.instance < instance;
    const connection = new Connection(polite, this.ways, this.stream, {
      signal: (message) => this.signal(this.wrap(message)),
      remote: (remote) => this.change({ remote }),
      screen: (track) => this.change({ screen: track ? new MediaStream([track]) : null }),
      state: (state) => this.change({ media: mediaOf(state) }),
      videoGaveWay: (sendsVideo) => {
        this.change({ tooSlow: !sendsVideo });
        this.signal({ kind: 'weak', instance: this.instance, weak: !sendsVideo });
        // Where sound alone was chosen, it was the screen that gave way, and the mode is what it was.
        if (!this.view.audioOnly) this.socket.send({ type: 'mode', mode: sendsVideo ? 'video' : 'audio', cause: 'quality' });
      },
      heard: (hears) => this.socket.send({ type: 'hearing', hears }),
      code: (code) => this.change({ code }),
    });
    this.connection = connection;
    if (this.view.audioOnly) void connection.allowVideo(false);
  }

  /** The name goes ahead of the track, so that the other side knows what comes. */
  private showScreen(): void {
    this.signal({ kind: 'screen', instance: this.instance, stream: this.screenStream.id, on: this.ownScreen !== null });
    void this.connection?.showScreen(this.screenStream, this.ownScreen);
  }

  private wrap(message: Negotiated): Signal {
    const { instance } = this;
    return 'description' in message
      ? { kind: 'description', instance, description: message.description }
      : { kind: 'candidate', instance, candidate: message.candidate };
  }

  private signal(signal: Signal): void {
    this.socket.send({ type: 'signal', signal });
  }

  private change(part: Partial<CallView>): void {
    this.view = { ...this.view, ...part };
    this.listeners.forEach((listener) => listener());
  }
}

function mediaOf(state: RTCPeerConnectionState): CallView['media'] {
  if (state === 'connected') return 'connected';
  if (state === 'disconnected' || state === 'failed') return 'cut';
  return 'connecting';
}
