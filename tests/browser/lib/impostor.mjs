// A signalling server that lies: it keeps what the two pages say to each other, and shows each of them a connection of its
// own. Nothing but the fingerprints can give it away.
import { setTimeout as pause } from 'node:timers/promises';

const CONNECTED_MS = 60_000;

export class Impostor {
  /** Stands between the pages from now on; `own` is a page on which its two connections live. @param {import('playwright-core').Page} own */
  static async between(own, pages) {
    const impostor = new Impostor(own);
    await own.evaluate(holdTwoConnections);
    for (const [side, page] of pages.entries()) {
      await page.routeWebSocket(/\/room$/, (socket) => impostor.listen(side, socket));
    }
    return impostor;
  }

  constructor(own) {
    this.own = own;
    this.sides = [{}, {}];
    this.chain = Promise.resolve();
  }

  listen(side, socket) {
    const server = socket.connectToServer();
    this.sides[side].socket = socket;
    socket.onMessage((text) => {
      const { type, signal } = JSON.parse(text);
      if (type !== 'signal' || signal.kind === 'hello') server.send(text);
      else if (signal.kind === 'description' || signal.kind === 'candidate') this.after(() => this.take(side, signal));
    });
    server.onMessage((text) => {
      const message = JSON.parse(text);
      if (message.type === 'welcome') this.sides[side].servers = message.ice_servers;
      if (message.type === 'signal' && message.signal.kind === 'hello') this.sides[side].peer = message.signal.instance;
      socket.send(text);
    });
  }

  after(work) {
    this.chain = this.chain.then(work);
  }

  /** What a page meant for the other ends here; an offer is answered, and the other side is offered the same. */
  async take(side, signal) {
    if (signal.kind === 'candidate') return this.own.evaluate(([of, candidate]) => window.impostorCandidate(of, candidate), [side, signal.candidate]);
    const other = 1 - side;
    const { servers } = this.sides[side];
    if (signal.description.type === 'answer') return this.own.evaluate(([of, answer]) => window.impostorAnswered(of, answer), [side, signal.description]);
    this.tell(side, await this.own.evaluate(([of, offer, ways]) => window.impostorAnswer(of, offer, ways), [side, signal.description, servers]));
    if (!this.offered) {
      this.offered = true;
      this.tell(other, await this.own.evaluate(([of, ways]) => window.impostorOffer(of, ways), [other, this.sides[other].servers]));
    }
  }

  tell(side, description) {
    const { socket, peer: instance } = this.sides[side];
    socket.send(JSON.stringify({ type: 'signal', signal: { kind: 'description', instance, description } }));
  }

  /** Waits until both of its connections carry media. */
  async standsBetween() {
    for (const end = Date.now() + CONNECTED_MS; ; await pause(100)) {
      const states = await this.own.evaluate(() => window.impostorStates());
      if (states.every((state) => state === 'connected')) return;
      if (Date.now() > end) throw new Error(`the impostor is not between the two: ${states}`);
    }
  }
}

/** Runs in the impostor's page. Its descriptions are told whole, with their candidates. */
function holdTwoConnections() {
  const held = [null, null];
  const open = async (of, iceServers) => {
    if (held[of]) return held[of];
    const connection = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay', bundlePolicy: 'max-bundle' });
    held[of] = connection;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    stream.getTracks().forEach((track) => connection.addTrack(track, stream));
    return connection;
  };
  const whole = (connection) =>
    new Promise((resolve) => {
      const look = () => connection.iceGatheringState === 'complete' && resolve(connection.localDescription.toJSON());
      connection.addEventListener('icegatheringstatechange', look);
      look();
    });
  window.impostorAnswer = async (of, offer, servers) => {
    const connection = await open(of, servers);
    await connection.setRemoteDescription(offer);
    await connection.setLocalDescription();
    return whole(connection);
  };
  window.impostorOffer = async (of, servers) => {
    const connection = await open(of, servers);
    await connection.setLocalDescription();
    return whole(connection);
  };
  window.impostorAnswered = (of, answer) => held[of].setRemoteDescription(answer);
  window.impostorCandidate = (of, candidate) => held[of]?.addIceCandidate(candidate);
  window.impostorStates = () => held.map((connection) => connection?.connectionState ?? 'none');
}
