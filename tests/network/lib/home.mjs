// A person at home: a browser that knows the network behind its router and nothing else.
import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser, openContext, PROGRAM } from '../../browser/lib/browser.mjs';
import { SERVER } from './nets.mjs';

export class Home {
  /**
   * `picture` makes the camera give no more than this, so that a long call costs the machine little.
   * @param {import('./nets.mjs').Nets} nets @param {'a' | 'b'} which @param {import('../../browser/lib/business.mjs').Business} business
   * @param {MediaTrackConstraints} [picture]
   */
  static async open(nets, which, business, picture) {
    const home = new Home();
    home.forward = spawn('ip', ['netns', 'exec', nets.name(which), process.execPath, path.join(import.meta.dirname, 'forward.mjs'), String(business.port), SERVER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => home.forward.stdout.once('data', resolve));
    const program = path.join(business.data, `chromium-${which}`);
    writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${nets.name(which)} ${PROGRAM} "$@"\n`);
    chmodSync(program, 0o755);
    home.browser = await openBrowser(program);
    const context = await openContext(home.browser, business);
    if (picture) await context.addInitScript(giveNoMoreThan, picture);
    home.page = await context.newPage();
    return home;
  }

  async close() {
    await this.browser?.close();
    this.forward?.kill();
  }
}

function giveNoMoreThan(picture) {
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wish) => open({ ...wish, ...(wish.video ? { video: picture } : {}) });
}
