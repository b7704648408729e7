/** The part of RTCPeerConnection that negotiation uses. */
export interface Peer {
  readonly signalingState: RTCSignalingState;
  readonly localDescription: RTCSessionDescription | RTCSessionDescriptionInit | null;
  setLocalDescription(): Promise<void>;
  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void>;
  addIceCandidate(candidate: RTCIceCandidateInit | null): Promise<void>;
  restartIce(): void;
}

export type Negotiated = { description: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit | null };

/**
 * Perfect negotiation of one connection: both sides may offer at once; the polite one gives way. What is heard is handled
 * one after another, in the order of its coming. The very first offer is left to the impolite side: seen in Chromium 156,
 * a connection whose first own offer is rolled back sometimes never begins to look for a path.
 */
export class Negotiation {
  private makingOffer = false;
  private ignoreOffer = false;
  private settingRemoteAnswer = false;
  private heard = 0;
  private chain: Promise<void> = Promise.resolve();

  constructor(
    private readonly peer: Peer,
    private readonly polite: boolean,
    private readonly send: (message: Negotiated) => void,
  ) {}

  /** How many offers of the other side have been taken so far. */
  get offersTaken(): number {
    return this.heard;
  }

  async offer(): Promise<void> {
    // The browser asks again by itself once the first offer has been answered, if anything is left to offer.
    if (this.polite && this.heard === 0) return;
    try {
      this.makingOffer = true;
      await this.peer.setLocalDescription();
      this.sendLocal();
    } finally {
      this.makingOffer = false;
    }
  }

  hear(message: Negotiated): Promise<void> {
    const handled = this.chain.then(() => ('description' in message ? this.describe(message.description) : this.candidate(message.candidate)));
    this.chain = handled.catch(() => undefined);
    return handled;
  }

  /**
   * The way to the server was away and is back: look for a new path. An offer that nobody answered in the meantime knows
   * none that works, since it looked for its paths without a network: another takes its place.
   */
  async renew(): Promise<void> {
    this.peer.restartIce();
    if (this.peer.signalingState === 'have-local-offer') await this.offer();
  }

  /** The path to the other side is broken: say an unanswered offer again, or look for a new path. */
  resume(): void {
    if (this.peer.signalingState === 'have-local-offer') this.sendLocal();
    else this.peer.restartIce();
  }

  private async describe(description: RTCSessionDescriptionInit): Promise<void> {
    const ready = !this.makingOffer && (this.peer.signalingState === 'stable' || this.settingRemoteAnswer);
    this.ignoreOffer = !this.polite && description.type === 'offer' && !ready;
    if (this.ignoreOffer) return;
    this.settingRemoteAnswer = description.type === 'answer';
    try {
      await this.peer.setRemoteDescription(description);
    } finally {
      this.settingRemoteAnswer = false;
    }
    if (description.type === 'offer') {
      this.heard += 1;
      await this.peer.setLocalDescription();
      this.sendLocal();
    }
  }

  private async candidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    try {
      await this.peer.addIceCandidate(candidate);
    } catch (error) {
      // Candidates of an offer that we did not take have nowhere to go.
      if (!this.ignoreOffer) throw error;
    }
  }

  private sendLocal(): void {
    const local = this.peer.localDescription;
    if (local) this.send({ description: { type: local.type, sdp: local.sdp ?? '' } });
  }
}
