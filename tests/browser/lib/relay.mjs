// The relay of one business: coturn, started as bin/run starts it.
import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const START_MS = 20_000;

export class Relay {
  /** @param {{child: import('node:child_process').ChildProcess, secretFile: string, urls: string}} made */
  constructor({ child, secretFile, urls }) {
    this.process = child;
    this.secretFile = secretFile;
    this.urls = urls;
  }

  /** @param {string} folder of its secret and configuration @param {number} port that is free @param {string} [tells] `host:port` */
  static start(folder, port, tells = '') {
    return Relay.open({
      command: [path.join(ROOT, 'bin/relay'), folder, String(port), tells],
      at: { host: '127.0.0.1', port },
      secretFile: path.join(folder, 'secret'),
      urls: ['udp', 'tcp'].map((way) => `turn:127.0.0.1:${port}?transport=${way}`).join(','),
    });
  }

  /** Runs a relay and waits until it listens. */
  static async open({ command, at, secretFile, urls }) {
    const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
    const until = Date.now() + START_MS;
    while (!(await listens(at))) {
      if (child.exitCode !== null) throw new Error(`the relay stopped at its start:\n${said}`);
      if (Date.now() > until) throw new Error(`the relay did not start in ${START_MS} ms:\n${said}`);
      await pause(50);
    }
    return new Relay({ child, secretFile, urls });
  }

  async stop() {
    if (this.process.exitCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }
}

function listens({ host, port }) {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
