// Debian's Chromium, started so that it looks for nobody on the network, and watched while it runs.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

export const PROGRAM = process.env.KELISIM_CHROMIUM ?? '/usr/lib/chromium/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** @param {string} [program] stands for Chromium: a script that starts it elsewhere @param {string[]} [flags] beside the usual ones */
export function openBrowser(program = PROGRAM, flags = []) {
  const home = mkdtempSync(path.join(tmpdir(), 'kelisim-chromium-'));
  return chromium.launch({ executablePath: program, args: [...QUIET, ...flags], env: { ...process.env, HOME: home } });
}

/** What a page must never do; collected while a journey runs and looked at when it ends. */
export class Watch {
  /** @param {Set<string>} hosts */
  constructor(hosts) {
    this.hosts = hosts;
    /** @type {string[]} */
    this.faults = [];
  }

  /** @param {import('playwright-core').BrowserContext} context */
  attach(context) {
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (['data:', 'blob:'].includes(url.protocol)) return;
      if (!this.hosts.has(url.host)) this.faults.push(`asked another host: ${url.origin}`);
    });
    context.on('console', (message) => {
      // Chromium writes every refused request to the console by itself; refusals are answers here.
      if (message.type() !== 'error' || /Failed to load resource/.test(message.text())) return;
      this.faults.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.faults.push(`script: ${error.error()}`));
  }
}

/**
 * A context of one person: their own cookies, screen, language and zone.
 * @param {import('playwright-core').Browser} browser
 * @param {{url: string, hosts: Set<string>}} business
 */
export async function openContext(browser, business, { language = 'ru', screen = PHONE, zone = 'Asia/Almaty', watch } = {}) {
  const context = await browser.newContext({
    baseURL: business.url,
    viewport: screen,
    locale: { ru: 'ru-RU', kk: 'kk-KZ', en: 'en-GB' }[language],
    timezoneId: zone,
    hasTouch: screen.width < 600,
    reducedMotion: 'reduce',
    permissions: ['camera', 'microphone'],
  });
  context.setDefaultTimeout(60_000);
  watch?.attach(context);
  return context;
}
