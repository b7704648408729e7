// The engine of group rooms of one business: Janus, started as bin/run starts it.
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const START_MS = 120_000;

export class GroupEngine {
  /** @param {string} folder @param {number} port that is free */
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.secretFile = path.join(folder, 'secret');
    this.url = `ws://127.0.0.1:${port}`;
  }

  static async start(folder, port) {
    const engine = new GroupEngine(folder, port);
    await engine.open();
    return engine;
  }

  async open() {
    const child = spawn(path.join(ROOT, 'bin/group-engine'), [this.folder, String(this.port)], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
    const until = Date.now() + START_MS;
    while (!(await listens(this.port))) {
      if (child.exitCode !== null) throw new Error(`the engine stopped at its start:\n${said}`);
      if (Date.now() > until) throw new Error(`the engine did not start in ${START_MS} ms:\n${said}`);
      await pause(50);
    }
  }

  /** Ends it at once, as a crash would; its folder stays. */
  async kill() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }

  async stop() {
    await this.kill();
    for (const closed of ['plugins', 'transports', 'empty']) chmodSync(path.join(this.folder, closed), 0o700);
  }
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
