import { callCode, fingerprintOf } from './call-code';
import type { MediaMode } from './messages';
import { Negotiation, type Negotiated } from './negotiation';
import { Arrived } from './tracks';
import { VideoGovernor, type Reading } from './quality';
import { selectedPair } from './selected-pair';

const RESTART_AFTER_MS = 750;
const RESTART_EVERY_MS = 4000;
const STUCK_AFTER_MS = 8000;
const POLITE_WAIT_MS = 1500;
const LISTEN_MS = 10_000;
/** Sound alone is 500 packets in that time; a connection that only feels its way sends a few even where nothing is sent. */
const HEARS_FROM_PACKETS = 50;
const AUDIO_ONLY_BPS = 24_000;
const SCREEN_BPS = 1_500_000;

export interface ConnectionEvents {
  signal: (message: Negotiated) => void;
  remote: (stream: MediaStream) => void;
  /** The track of the other's screen, as far as it has come. */
  screen: (track: MediaStreamTrack | null) => void;
  state: (state: RTCPeerConnectionState) => void;
  videoGaveWay: (sendsVideo: boolean) => void;
  /** Each ten seconds: whether something of the other's sound or picture came. */
  heard: (hears: boolean) => void;
  /** The digits that both sides compare. */
  code: (code: string) => void;
}

/** The ways that a connection may take. */
export function waysOf(media: MediaMode, iceServers: RTCIceServer[]): RTCConfiguration {
  return { iceServers, iceTransportPolicy: media === 'relay' ? 'relay' : 'all', bundlePolicy: 'max-bundle' };
}

/** One RTCPeerConnection to one page of the other side, from the first offer until that page or ours is gone. */
export class Connection {
  readonly negotiation: Negotiation;
  private readonly peer: RTCPeerConnection;
  private readonly governor = new VideoGovernor();
  private readonly arrived = new Arrived();
  private screen: RTCRtpTransceiver | null = null;
  private readonly watch: ReturnType<typeof setInterval>;
  private restarts: ReturnType<typeof setTimeout> | null = null;
  private readonly senders: { audio: RTCRtpSender | null; video: RTCRtpSender | null } = { audio: null, video: null };
  private wantsVideo = true;
  private everConnected = false;
  private resuming: ReturnType<typeof setTimeout> | null = null;
  private lostBefore = 0;
  private readonly listening: ReturnType<typeof setInterval>;
  private receivedBefore = 0;

  constructor(
    private readonly polite: boolean,
    ways: RTCConfiguration,
    stream: MediaStream,
    private readonly events: ConnectionEvents,
  ) {
    this.peer = new RTCPeerConnection(ways);
    this.negotiation = new Negotiation(this.peer, polite, events.signal);
    this.peer.onnegotiationneeded = () => void this.negotiation.offer();
    this.peer.onicecandidate = ({ candidate }) => events.signal({ candidate: candidate?.toJSON() ?? null });
    this.peer.ontrack = ({ track, streams }) => {
      this.arrived.take(track, streams[0]?.id ?? '');
      events.remote(this.arrived.remote);
      events.screen(this.arrived.screen);
    };
    this.peer.onconnectionstatechange = () => this.changed();
    void this.carry(stream);
    this.watch = setInterval(() => void this.measure(), 1000);
    this.listening = setInterval(() => void this.listen(), LISTEN_MS);
  }

  /** Fresh access to the relay: it serves the next look for a way, and what runs goes on. */
  renew(ways: RTCConfiguration): void {
    this.peer.setConfiguration(ways);
  }

  /** Puts the device's tracks in place; only a kind that was never sent before needs a new negotiation. */
  async carry(stream: MediaStream): Promise<void> {
    for (const kind of ['audio', 'video'] as const) {
      const track = stream.getTracks().find((one) => one.kind === kind) ?? null;
      const sender = this.senders[kind];
      if (sender) await sender.replaceTrack(track);
      else if (track) this.senders[kind] = this.peer.addTrack(track, stream);
    }
  }

  /** Shows the other a screen in the stream of this name, or no more; the way for it stays and is used again. */
  async showScreen(stream: MediaStream, track: MediaStreamTrack | null): Promise<void> {
    if (this.screen) {
      await this.screen.sender.replaceTrack(track);
      this.screen.direction = track ? 'sendonly' : 'inactive';
    } else if (track) {
      this.screen = this.peer.addTransceiver(track, { direction: 'sendonly', streams: [stream], sendEncodings: [{ maxBitrate: SCREEN_BPS }] });
    }
    await this.apply();
  }

  expectScreen(stream: string): void {
    this.arrived.expectScreen(stream);
    this.events.screen(this.arrived.screen);
  }

  /** Sends video or sound alone, as either of the two has chosen. */
  async allowVideo(allowed: boolean): Promise<void> {
    this.wantsVideo = allowed;
    await this.apply();
  }

  stats(): Promise<RTCStatsReport> {
    return this.peer.getStats();
  }

  close(): void {
    clearInterval(this.watch);
    clearInterval(this.listening);
    if (this.restarts !== null) clearTimeout(this.restarts);
    if (this.resuming !== null) clearTimeout(this.resuming);
    this.peer.onconnectionstatechange = null;
    this.peer.close();
  }

  private changed(): void {
    const state = this.peer.connectionState;
    this.events.state(state);
    const broken = state === 'disconnected' || state === 'failed';
    void this.apply();
    if (broken && this.restarts !== null) return;
    if (this.restarts !== null) clearTimeout(this.restarts);
    this.restarts = null;
    if (broken) this.restartIn(RESTART_AFTER_MS);
    // A new path that was looked for at a bad moment may have none to find.
    else if (state === 'connecting' && this.everConnected) this.restartIn(STUCK_AFTER_MS);
    else if (state === 'connected') {
      this.everConnected = true;
      this.governor.beginPath();
      void this.tellCode();
    }
  }

  /**
   * The way to the server was cut and is back: go on where it stopped. The polite side lets the other begin, so that the
   * two do not offer at once, and begins by itself only if nothing comes.
   */
  resume(): void {
    this.yielding(() => void this.negotiation.renew());
  }

  private yielding(begin: () => void): void {
    if (!this.polite) return begin();
    const taken = this.negotiation.offersTaken;
    if (this.resuming !== null) clearTimeout(this.resuming);
    this.resuming = setTimeout(() => {
      if (this.negotiation.offersTaken === taken) begin();
    }, POLITE_WAIT_MS);
  }

  // A browser never recovers from `failed` by itself: look for a new path until there is one.
  private restartIn(wait: number): void {
    this.restarts = setTimeout(() => {
      this.yielding(() => this.negotiation.resume());
      this.restartIn(RESTART_EVERY_MS);
    }, wait);
  }

  private async tellCode(): Promise<void> {
    const own = fingerprintOf(this.peer.localDescription?.sdp);
    const other = fingerprintOf(this.peer.remoteDescription?.sdp);
    if (own && other) this.events.code(await callCode(own, other));
  }

  private async listen(): Promise<void> {
    let received = 0;
    // Who shows a screen and is neither seen nor heard is not heard.
    const screen = this.arrived.screen?.id;
    (await this.peer.getStats()).forEach((row: Record<string, unknown>) => {
      if (row['type'] === 'inbound-rtp' && row['trackIdentifier'] !== screen) received += numberOr(row['packetsReceived']) ?? 0;
    });
    this.events.heard(received - this.receivedBefore >= HEARS_FROM_PACKETS);
    this.receivedBefore = received;
  }

  private async measure(): Promise<void> {
    if (this.peer.connectionState !== 'connected' || !(this.wantsVideo || this.screen?.sender.track)) return;
    const before = this.governor.sendsVideo;
    const sendsVideo = this.governor.read(await this.reading());
    if (sendsVideo === before) return;
    await this.apply();
    this.events.videoGaveWay(sendsVideo);
  }

  private async reading(): Promise<Reading> {
    let lost = 0;
    const report = await this.peer.getStats();
    report.forEach((row: Record<string, unknown>) => {
      if (row['type'] === 'remote-inbound-rtp' && row['kind'] === 'audio') lost += numberOr(row['packetsLost']) ?? 0;
    });
    const audioLost = Math.max(0, lost - this.lostBefore);
    this.lostBefore = lost;
    const pair = selectedPair(report);
    return {
      outgoingBps: numberOr(pair?.['availableOutgoingBitrate']),
      roundTripSeconds: numberOr(pair?.['currentRoundTripTime']),
      audioLost,
    };
  }

  /**
   * Into a broken path nothing is sent: it would be lost, and the browser would take the line for slower each second that
   * nobody answers. Seen in Chromium 156: after eight seconds it sent the first picture at 30 kbit/s, which took up to ten more.
   */
  private get broken(): boolean {
    return this.everConnected && this.peer.connectionState !== 'connected';
  }

  private async apply(): Promise<void> {
    const video = this.wantsVideo && this.governor.sendsVideo;
    await setEncoding(this.senders.video, (encoding) => ({ ...encoding, active: video && !this.broken }));
    // A choice of sound alone is about cameras; a line that carries no picture carries no screen.
    await setEncoding(this.screen?.sender ?? null, (encoding) => ({ ...encoding, active: this.governor.sendsVideo && !this.broken }));
    await setEncoding(this.senders.audio, ({ maxBitrate, ...free }) => {
      const bound = video ? maxBitrate : AUDIO_ONLY_BPS;
      const kept = video && bound === AUDIO_ONLY_BPS ? free : { ...free, ...(bound === undefined ? {} : { maxBitrate: bound }) };
      return { ...kept, active: !this.broken };
    });
  }
}

const SETTING_TRIES = 5;

/** A negotiation that passes between reading and setting makes what was read void: it is read once more. */
async function setEncoding(sender: RTCRtpSender | null, change: (encoding: RTCRtpEncodingParameters) => RTCRtpEncodingParameters) {
  if (!sender) return;
  for (let tries = 1; ; tries += 1) {
    const parameters = sender.getParameters();
    if (parameters.encodings.length === 0) return;
    parameters.encodings = parameters.encodings.map(change);
    try {
      return await sender.setParameters(parameters);
    } catch (error) {
      const isVoid = error instanceof DOMException && (error.name === 'InvalidModificationError' || error.name === 'InvalidStateError');
      if (!isVoid || tries === SETTING_TRIES) throw error;
    }
  }
}

const numberOr = (of: unknown): number | null => (typeof of === 'number' ? of : null);
