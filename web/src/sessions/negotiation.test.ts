import { describe, expect, it } from 'vitest';
import { Negotiation, type Negotiated, type Peer } from './negotiation';

/** A peer with the states of the real one and no network. */
class FakePeer implements Peer {
  signalingState: RTCSignalingState = 'stable';
  localDescription: RTCSessionDescriptionInit | null = null;
  remote: RTCSessionDescriptionInit | null = null;
  restarts = 0;
  private offers = 0;

  constructor(private readonly name: string) {}

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    if (this.signalingState === 'have-remote-offer') {
      this.localDescription = { type: 'answer', sdp: `${this.name}-answer` };
      this.signalingState = 'stable';
    } else {
      this.localDescription = { type: 'offer', sdp: `${this.name}-offer-${++this.offers}` };
      this.signalingState = 'have-local-offer';
    }
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    if (description.type === 'answer' && this.signalingState !== 'have-local-offer') throw new Error('answer without offer');
    this.remote = description;
    // An offer while an own offer is open rolls the own one back, as browsers do.
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
  }

  async addIceCandidate(): Promise<void> {
    await Promise.resolve();
    if (!this.remote) throw new Error('no remote description');
  }

  restartIce(): void {
    this.restarts += 1;
  }
}

function pair() {
  const wires: { toB: Negotiated[]; toA: Negotiated[] } = { toB: [], toA: [] };
  const a = new FakePeer('a');
  const b = new FakePeer('b');
  const impolite = new Negotiation(a, false, (message) => wires.toB.push(message));
  const polite = new Negotiation(b, true, (message) => wires.toA.push(message));
  async function flow() {
    while (wires.toA.length + wires.toB.length > 0) {
      const toA = wires.toA.splice(0);
      const toB = wires.toB.splice(0);
      await Promise.all([...toA.map((message) => impolite.hear(message)), ...toB.map((message) => polite.hear(message))]);
    }
  }
  return { a, b, impolite, polite, wires, flow };
}

/** Two who have agreed once already. */
async function met() {
  const two = pair();
  await two.impolite.offer();
  await two.flow();
  return two;
}

describe('negotiation', () => {
  it('reaches stable on both sides after one offer', async () => {
    const { a, b, impolite, flow } = pair();
    await impolite.offer();
    await flow();
    expect([a.signalingState, b.signalingState]).toEqual(['stable', 'stable']);
    expect([a.remote?.sdp, b.remote?.sdp]).toEqual(['b-answer', 'a-offer-1']);
  });

  it('leaves the first offer to the impolite side', async () => {
    const { b, impolite, polite, wires, flow } = pair();
    await Promise.all([impolite.offer(), polite.offer()]);
    expect(wires.toA).toEqual([]);
    await flow();
    expect(polite.offersTaken).toBe(1);
    expect(b.signalingState).toBe('stable');
  });

  it('lets the impolite side win when both offer at once', async () => {
    const { a, b, impolite, polite, flow } = await met();
    await Promise.all([impolite.offer(), polite.offer()]);
    await flow();
    expect([a.signalingState, b.signalingState]).toEqual(['stable', 'stable']);
    expect(b.remote?.sdp).toBe('a-offer-2');
    expect(a.remote?.sdp).toBe('b-answer');
  });

  it('takes an offer of the polite side once they have met', async () => {
    const { a, b, polite, flow } = await met();
    await polite.offer();
    await flow();
    expect(a.remote?.sdp).toBe('b-offer-1');
    expect(b.remote?.sdp).toBe('a-answer');
  });

  it('offers anew after the socket came back, where an offer was not answered', async () => {
    const { a, b, impolite, wires, flow } = await met();
    await impolite.offer();
    wires.toB.length = 0;
    await impolite.renew();
    await flow();
    expect(a.restarts).toBe(1);
    expect(b.remote?.sdp).toBe('a-offer-3');
    expect([a.signalingState, b.signalingState]).toEqual(['stable', 'stable']);
  });

  it('says an unanswered offer again while the path is broken', async () => {
    const { a, b, impolite, wires, flow } = pair();
    await impolite.offer();
    wires.toB.length = 0;
    impolite.resume();
    await flow();
    expect(a.restarts).toBe(0);
    expect([a.signalingState, b.signalingState]).toEqual(['stable', 'stable']);
  });

  it('looks for a new path when nothing is open', async () => {
    const { a, impolite } = pair();
    impolite.resume();
    expect(a.restarts).toBe(1);
  });

  it('forgives candidates of an offer that it did not take', async () => {
    const { a, impolite, polite, wires } = await met();
    await Promise.all([impolite.offer(), polite.offer()]);
    const offer = wires.toA[0];
    if (!offer) throw new Error('no offer was sent');
    a.remote = null;
    await impolite.hear(offer);
    expect(a.remote).toBeNull();
    await expect(impolite.hear({ candidate: { candidate: 'x' } })).resolves.toBeUndefined();
  });

  it('reports a candidate that fails for another reason', async () => {
    const { impolite } = pair();
    await expect(impolite.hear({ candidate: { candidate: 'x' } })).rejects.toThrow('no remote description');
  });
});
