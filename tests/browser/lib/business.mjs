// One business of its own for each file of journeys: a fresh data folder, free ports, its own clock.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GroupEngine } from './group-engine.mjs';
import { Relay } from './relay.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const BINARY = process.env.KELISIM_BIN ?? path.join(ROOT, 'build/dev/bin/kelisim');
// How long anything may take before it counts as broken; a busy machine is slow, and slow is not broken.
const START_MS = 180_000;
const STOP_MS = 60_000;
const CODE_MS = 30_000; // how long a code of staff lives

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Five free ports side by side: the business, its acquirer, its relay, the place that the relay tells, and its engine of group rooms. */
export async function freePorts() {
  for (;;) {
    const port = await new Promise((resolve) => {
      const probe = createServer();
      probe.listen(0, '127.0.0.1', () => {
        const found = probe.address().port;
        probe.close(() => resolve(found));
      });
    });
    if (port > 65_531) continue;
    const others = await Promise.all([1, 2, 3, 4].map((more) => isFree(port + more)));
    if (others.every(Boolean)) return port;
  }
}

export class Business {
  /** @param {number} port @param {string} data @param {Relay} relay @param {string} address where it listens */
  constructor(port, data, relay, address) {
    this.address = address;
    this.process = null;
    this.port = port;
    this.relay = relay;
    /** @type {GroupEngine | null} */
    this.groupEngine = null;
    this.url = `http://localhost:${port}`;
    this.hosts = new Set([`localhost:${port}`, `localhost:${port + 1}`]);
    this.data = data;
    this.lastCode = new Map();
    this.brand = path.join(ROOT, 'brands/harmonia');
  }

  /**
   * `brandIn` makes the brand's folder inside a scratch one; without it the brand is the one that is shipped. `under` stands
   * before the server's command.
   * @param {{address?: string, openRelay?: (folder: string, port: number, tells: string) => Promise<Relay>, brandIn?: (folder: string) => string, under?: string[], groupEngine?: boolean}} [options]
   */
  static async start({ address = '127.0.0.1', openRelay = Relay.start, brandIn, under = [], groupEngine = false } = {}) {
    const port = await freePorts();
    const data = mkdtempSync(path.join(tmpdir(), 'kelisim-journey-'));
    const business = new Business(port, data, await openRelay(path.join(data, 'relay'), port + 2, `127.0.0.1:${port + 3}`), address);
    business.under = under;
    if (brandIn) business.brand = brandIn(path.join(data, 'brand'));
    if (groupEngine) business.groupEngine = await GroupEngine.start(path.join(data, 'group-engine'), port + 4);
    await business.open();
    return business;
  }

  /** Starts the server over what is there: at first nothing, later what it left behind. */
  async open() {
    const web = path.join(ROOT, 'web/dist');
    const desk = ['--astrology', path.join(ROOT, 'brands/astars'), '--atlas', path.join(ROOT, 'build/data/atlas.tsv')];
    const args = ['serve', '--sandbox', '--brand', this.brand, ...desk, '--web', web, '--data', this.data, '--port', String(this.port), '--address', this.address];
    const relay = { KELISIM_RELAY_URLS: this.relay.urls, KELISIM_RELAY_SECRET_FILE: this.relay.secretFile, KELISIM_RELAY_REPORTS: `127.0.0.1:${this.port + 3}` };
    const engine = this.groupEngine ? { KELISIM_GROUP_ENGINE_URL: this.groupEngine.url, KELISIM_GROUP_ENGINE_SECRET_FILE: this.groupEngine.secretFile } : {};
    const [program, ...rest] = [...this.under, BINARY, ...args];
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...relay, ...engine } });
    this.process = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-8000)));
    const until = Date.now() + START_MS;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server stopped at its start:\n${said}`);
      if (Date.now() > until) throw new Error(`the server did not start in ${START_MS} ms:\n${said}`);
      const alive = await fetch(`${this.url}/healthz`).then((answer) => answer.ok, () => false);
      if (alive) return;
      await pause(50);
    }
  }

  /** Ends the server and leaves its data. */
  async close() {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    const patience = setTimeout(() => this.process.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(patience);
  }

  async stop() {
    await this.close();
    await this.relay.stop();
    await this.groupEngine?.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** @param {string} method @param {string} where @param {unknown} [body] @returns {Promise<any>} */
  async ask(method, where, body) {
    const answer = await fetch(this.url + where, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** Sets the clock of the business. @param {Date | string} now */
  async clock(now) {
    await this.ask('PUT', '/sandbox/clock', { now: new Date(now).toISOString() });
  }

  async now() {
    return new Date((await this.ask('GET', '/sandbox/clock')).now);
  }

  /** The newest code that was sent by SMS to this number. @param {string} phone @param {number} [after] messages to pass over */
  async code(phone, after = 0) {
    const message = await this.until(`an SMS to ${phone}`, async () => {
      const all = await this.messages(phone);
      const codes = all.filter((one) => /#\d{6}/.test(one.body));
      return codes.length > after ? codes : null;
    });
    return /#(\d{6})/.exec(message[0].body)[1];
  }

  async messages(phone) {
    return (await this.ask('GET', `/sandbox/outbox?phone=${encodeURIComponent(phone)}`)).items;
  }

  /** A person of the demo. @param {(person: any) => boolean} is */
  async person(is) {
    const found = (await this.ask('GET', '/sandbox/people')).items.find(is);
    if (!found) throw new Error('no such person in the demo');
    return found;
  }

  /** A person of the demo with a code of a later step than the last that opened a session: the clock may move there. */
  async withUnspentCode(is) {
    let person = await this.person(is);
    if (this.lastCode.get(person.phone) === person.totp_code) {
      await this.clock((await this.now()).getTime() + CODE_MS);
      person = await this.person(is);
    }
    this.lastCode.set(person.phone, person.totp_code);
    return person;
  }

  /** Waits for what the business does in its own time; the answer of `look` once it is not empty. */
  async until(what, look, limit = 120_000) {
    const end = Date.now() + limit;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`${what} did not come in ${limit} ms`);
      await pause(50);
    }
  }
}
