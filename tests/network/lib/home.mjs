// A person at home: a browser that knows the network behind its router and nothing else.
import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser, openContext, PROGRAM } from '../../browser/lib/browser.mjs';
import { SERVER } from './nets.mjs';

export class Home {
  /** @param {import('./nets.mjs').Nets} nets @param {'a' | 'b'} which @param {import('../../browser/lib/business.mjs').Business} business */
  static async open(nets, which, business) {
    const home = new Home();
    home.forward = spawn('ip', ['netns', 'exec', nets.name(which), process.execPath, path.join(import.meta.dirname, 'forward.mjs'), String(business.port), SERVER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => home.forward.stdout.once('data', resolve));
    const program = path.join(business.data, `chromium-${which}`);
    writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${nets.name(which)} ${PROGRAM} "$@"\n`);
    chmodSync(program, 0o755);
    home.browser = await openBrowser(program);
    home.page = await (await openContext(home.browser, business)).newPage();
    return home;
  }

  async close() {
    await this.browser?.close();
    this.forward?.kill();
  }
}
