// One business of its own for each file of journeys: a fresh data folder, free ports, its own clock.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const BINARY = process.env.KELISIM_BIN ?? path.join(ROOT, 'build/dev/bin/kelisim');
const START_MS = 30_000;
const STOP_MS = 10_000;

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Two free ports side by side: the business and its acquirer. */
async function freePair() {
  for (;;) {
    const port = await new Promise((resolve) => {
      const probe = createServer();
      probe.listen(0, '127.0.0.1', () => {
        const found = probe.address().port;
        probe.close(() => resolve(found));
      });
    });
    if (port < 65_535 && (await isFree(port + 1))) return port;
  }
}

export class Business {
  /** @param {import('node:child_process').ChildProcess} process @param {number} port @param {string} data */
  constructor(process, port, data) {
    this.process = process;
    this.url = `http://localhost:${port}`;
    this.hosts = new Set([`localhost:${port}`, `localhost:${port + 1}`]);
    this.data = data;
  }

  static async start() {
    const port = await freePair();
    const data = mkdtempSync(path.join(tmpdir(), 'kelisim-journey-'));
    const brand = path.join(ROOT, 'brands/harmonia');
    const web = path.join(ROOT, 'web/dist');
    const desk = ['--astrology', path.join(ROOT, 'brands/astars'), '--atlas', path.join(ROOT, 'build/data/atlas.tsv')];
    const args = ['serve', '--sandbox', '--brand', brand, ...desk, '--web', web, '--data', data, '--port', String(port)];
    const child = spawn(BINARY, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-8000)));
    const business = new Business(child, port, data);
    const until = Date.now() + START_MS;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server stopped at its start:\n${said}`);
      if (Date.now() > until) throw new Error(`the server did not start in ${START_MS} ms:\n${said}`);
      const alive = await fetch(`${business.url}/healthz`).then((answer) => answer.ok, () => false);
      if (alive) return business;
      await pause(50);
    }
  }

  async stop() {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    const patience = setTimeout(() => this.process.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(patience);
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

  /** Waits for what the business does in its own time; the answer of `look` once it is not empty. */
  async until(what, look, limit = 20_000) {
    const end = Date.now() + limit;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`${what} did not come in ${limit} ms`);
      await pause(50);
    }
  }
}
