import type { Picture, Upward } from './messages';
import type { Secrecy } from './secrecy';
import { ViewGovernor } from './viewing-quality';

const LAYERS: RTCRtpEncodingParameters[] = [
  { rid: 'h', maxBitrate: 600_000 },
  { rid: 'm', maxBitrate: 200_000, scaleResolutionDownBy: 2 },
  { rid: 'l', maxBitrate: 80_000, scaleResolutionDownBy: 4 },
];

type Send = (message: Upward) => void;

function tellCandidates(peer: RTCPeerConnection, send: Send, speaker?: string): void {
  const of = speaker === undefined ? {} : { speaker };
  peer.onicecandidate = ({ candidate }) =>
    send({ type: 'candidate', ...of, candidate: candidate?.candidate ?? '', mid: candidate?.sdpMid ?? '', line: candidate?.sdpMLineIndex ?? 0 });
}

/** This side's sound and picture on their way to the engine, in up to three sizes. */
export class SpeakingLine {
  private readonly peer: RTCPeerConnection;

  constructor(
    private readonly send: Send,
    servers: RTCIceServer[],
    stream: MediaStream,
    secrecy: Secrecy | null,
  ) {
    this.peer = new RTCPeerConnection({ iceServers: servers });
    tellCandidates(this.peer, send);
    for (const track of stream.getTracks()) {
      const init: RTCRtpTransceiverInit = { direction: 'sendonly', streams: [stream] };
      if (track.kind === 'video') init.sendEncodings = LAYERS;
      const { sender } = this.peer.addTransceiver(track, init);
      secrecy?.seal(sender);
    }
    void this.offer().catch(() => undefined); // closed meanwhile
  }

  async answer(sdp: string): Promise<void> {
    await this.peer.setRemoteDescription({ type: 'answer', sdp });
  }

  /** Other devices of the same page: no new agreement is needed. */
  async carry(stream: MediaStream): Promise<void> {
    for (const sender of this.peer.getSenders()) {
      const track = stream.getTracks().find((one) => one.kind === sender.track?.kind);
      if (track) await sender.replaceTrack(track);
    }
  }

  close(): void {
    this.peer.close();
  }

  private async offer(): Promise<void> {
    await this.peer.setLocalDescription();
    this.send({ type: 'offer', sdp: this.peer.localDescription?.sdp ?? '' });
  }
}

/** One speaker as this browser receives them. */
export class ViewingLine {
  readonly stream = new MediaStream();
  picture: Picture = 'high';
  private readonly peer: RTCPeerConnection;
  private readonly governor = new ViewGovernor();
  private before = { packets: 0, lost: 0, freezes: 0 };
  private readonly watch: ReturnType<typeof setInterval>;

  constructor(
    private readonly send: Send,
    servers: RTCIceServer[],
    private readonly speaker: string,
    private readonly secrecy: Secrecy | null,
    private readonly changed: () => void,
  ) {
    this.peer = new RTCPeerConnection({ iceServers: servers });
    tellCandidates(this.peer, send, speaker);
    this.peer.ontrack = ({ track }) => {
      this.stream.addTrack(track);
      this.changed();
    };
    this.watch = setInterval(() => void this.look().catch(() => undefined), 1000);
  }

  async offered(sdp: string): Promise<void> {
    await this.peer.setRemoteDescription({ type: 'offer', sdp });
    for (const { receiver } of this.peer.getTransceivers()) this.secrecy?.open(receiver, this.speaker);
    await this.peer.setLocalDescription();
    this.send({ type: 'answer', speaker: this.speaker, sdp: this.peer.localDescription?.sdp ?? '' });
  }

  /** Sound alone by the person's own wish; without it the line goes by what it measures. */
  setSoundOnly(soundOnly: boolean): void {
    this.ask(soundOnly ? 'none' : this.governor.picture);
  }

  close(): void {
    clearInterval(this.watch);
    this.peer.close();
  }

  private async look(): Promise<void> {
    if (this.peer.connectionState !== 'connected') return;
    for (const row of (await this.peer.getStats()).values() as Iterable<Record<string, unknown>>) {
      if (row['type'] !== 'inbound-rtp' || row['kind'] !== (this.governor.picture === 'none' ? 'audio' : 'video')) continue;
      const now = { packets: Number(row['packetsReceived'] ?? 0), lost: Number(row['packetsLost'] ?? 0), freezes: Number(row['freezeCount'] ?? 0) };
      const since = (name: keyof typeof now) => Math.max(0, now[name] - this.before[name]);
      const reading = { packets: since('packets'), lost: since('lost'), freezes: since('freezes') };
      this.before = now;
      const soundOnly = this.picture === 'none' && this.governor.picture !== 'none';
      const wanted = this.governor.read(reading);
      if (!soundOnly) this.ask(wanted);
    }
  }

  private ask(picture: Picture): void {
    if (picture === this.picture) return;
    this.picture = picture;
    this.send({ type: 'picture', speaker: this.speaker, picture });
    this.changed();
  }
}
