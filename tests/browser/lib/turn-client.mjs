// A TURN client over UDP (RFC 5389, RFC 5766), as far as it takes to ask a relay for what it must refuse.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';

const COOKIE = 0x2112a442;
const ALLOCATE = 0x003;
const REFRESH = 0x004;
const CREATE_PERMISSION = 0x008;
const CHANNEL_BIND = 0x009;
const ERROR = 0x110;
const USERNAME = 0x0006;
const INTEGRITY = 0x0008;
const ERROR_CODE = 0x0009;
const CHANNEL_NUMBER = 0x000c;
const LIFETIME = 0x000d;
const PEER_ADDRESS = 0x0012;
const REALM = 0x0014;
const NONCE = 0x0015;
const FAMILY = 0x0017;
const TRANSPORT = 0x0019;
const UDP = Buffer.from([17, 0, 0, 0]);
const PATIENCE_MS = 500;
const TRIES = 10;
const TAKEN = 437;
const OWN_PORTS = 3;

/** The credential that the server makes from the shared secret. @param {string} secret */
export function credentialOf(secret, { name = 'somebody', endsIn = 600 } = {}) {
  const username = `${Math.floor(Date.now() / 1000) + endsIn}:${name}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

export class TurnClient {
  /** @param {{username: string, credential: string}} access */
  constructor(host, port, access) {
    this.host = host;
    this.port = port;
    this.access = access;
    this.realm = null;
    this.nonce = null;
    this.waiting = new Map();
    this.open();
  }

  open() {
    this.socket = createSocket('udp4').unref();
    this.socket.on('message', (message) => this.waiting.get(message.toString('hex', 8, 20))?.(message));
  }

  /**
   * 0, or the code of the refusal. A port of ours that the relay still holds for one before us is left for another, up
   * to three (RFC 5766 §6.4). @param {string} [family] 4 or 6, asked for by name
   */
  async allocate(family) {
    const wish = family === undefined ? [] : [[FAMILY, Buffer.from([family === '6' ? 2 : 1, 0, 0, 0])]];
    for (let ports = 1; ; ports += 1) {
      const refused = await this.ask(ALLOCATE, [[TRANSPORT, UDP], ...wish]);
      if (refused !== TAKEN || ports === OWN_PORTS) return refused;
      this.socket.close();
      this.open();
    }
  }

  permit(peer) {
    return this.ask(CREATE_PERMISSION, [[PEER_ADDRESS, peerAddress(peer, this.transaction())]]);
  }

  bind(peer, channel = 0x4000) {
    const number = Buffer.alloc(4);
    number.writeUInt16BE(channel);
    return this.ask(CHANNEL_BIND, [[CHANNEL_NUMBER, number], [PEER_ADDRESS, peerAddress(peer, this.transaction())]]);
  }

  async close() {
    await this.ask(REFRESH, [[LIFETIME, Buffer.alloc(4)]]).catch(() => undefined);
    this.socket.close();
  }

  transaction() {
    this.next = randomBytes(12);
    return this.next;
  }

  /** Asks; where the relay wants to know who asks, says so and asks again. */
  async ask(method, attributes) {
    for (let round = 0; ; round += 1) {
      const answer = await this.send(this.message(method, attributes));
      const refused = (answer.type & ERROR) === ERROR ? codeOf(answer.attributes.get(ERROR_CODE)) : 0;
      const renewed = answer.attributes.get(NONCE);
      const unknown = this.realm === null && refused === 401;
      if (round < 3 && renewed && (unknown || refused === 438)) {
        this.realm = answer.attributes.get(REALM)?.toString() ?? this.realm;
        this.nonce = renewed;
        continue;
      }
      return refused;
    }
  }

  message(method, attributes) {
    const transaction = this.next ?? randomBytes(12);
    this.next = null;
    const signed = this.realm === null ? [] : [[USERNAME, Buffer.from(this.access.username)], [REALM, Buffer.from(this.realm)], [NONCE, this.nonce]];
    const body = Buffer.concat([...attributes, ...signed].map(([type, value]) => attribute(type, value)));
    const head = Buffer.alloc(20);
    head.writeUInt16BE(method);
    head.writeUInt32BE(COOKIE, 4);
    transaction.copy(head, 8);
    if (this.realm === null) {
      head.writeUInt16BE(body.length, 2);
      return Buffer.concat([head, body]);
    }
    head.writeUInt16BE(body.length + 24, 2);
    const key = createHash('md5').update(`${this.access.username}:${this.realm}:${this.access.credential}`).digest();
    const mac = createHmac('sha1', key).update(head).update(body).digest();
    return Buffer.concat([head, body, attribute(INTEGRITY, mac)]);
  }

  async send(message) {
    const id = message.toString('hex', 8, 20);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await new Promise((resolve) => {
        const patience = setTimeout(() => resolve(null), PATIENCE_MS);
        this.waiting.set(id, (heard) => {
          clearTimeout(patience);
          resolve(heard);
        });
        this.socket.send(message, this.port, this.host);
      });
      this.waiting.delete(id);
      if (answer) return read(answer);
    }
    throw new Error('the relay does not answer');
  }
}

function attribute(type, value) {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  padded.writeUInt16BE(type);
  padded.writeUInt16BE(value.length, 2);
  value.copy(padded, 4);
  return padded;
}

function read(message) {
  const attributes = new Map();
  for (let at = 20; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2);
    attributes.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return { type: message.readUInt16BE(0), attributes };
}

const codeOf = (value) => (value ? value[2] * 100 + value[3] : -1);

/** XOR-PEER-ADDRESS of `1.2.3.4` or of an address of IPv6. */
function peerAddress(peer, transaction) {
  const bytes = peer.includes(':') ? bytesOf6(peer) : Buffer.from(peer.split('.').map(Number));
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(COOKIE);
  transaction.copy(mask, 4);
  const head = Buffer.from([0, bytes.length === 4 ? 1 : 2, 0, 0]);
  head.writeUInt16BE(9 ^ (COOKIE >>> 16), 2);
  return Buffer.concat([head, Buffer.from(bytes.map((byte, at) => byte ^ mask[at]))]);
}

function bytesOf6(text) {
  const plain = text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => `${(a * 256 + +b).toString(16)}:${(c * 256 + +d).toString(16)}`);
  const [left, right = ''] = plain.split('::');
  const words = (part) => (part === '' ? [] : part.split(':').map((word) => parseInt(word, 16)));
  const gap = 8 - words(left).length - words(right).length;
  const all = plain.includes('::') ? [...words(left), ...Array(gap).fill(0), ...words(right)] : words(plain);
  return Buffer.from(all.flatMap((word) => [word >> 8, word & 255]));
}
