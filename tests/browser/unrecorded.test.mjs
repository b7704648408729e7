// No page knows how to record a call; a screen is shown live from one place, and other answers allow none (HAR-3.4a).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { journey } from './lib/journey.mjs';

const DIST = path.resolve(import.meta.dirname, '../../web/dist');

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

journey('no page knows how to record, and a screen is asked for in one place alone', async ({ business, clause }) => {
  clause('HAR-3.4a');
  const page = await fetch(`${business.url}/`);
  assert.match(page.headers.get('permissions-policy'), /camera=\(self\), microphone=\(self\), display-capture=\(self\)/);
  const data = await fetch(`${business.url}/v1/brand`);
  assert.match(data.headers.get('permissions-policy'), /display-capture=\(\)/);
  assert.match(page.headers.get('content-security-policy'), /default-src 'self'/);
  const scripts = filesUnder(DIST).filter((file) => file.endsWith('.js'));
  assert.ok(scripts.length > 0);
  for (const file of scripts) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /MediaRecorder|captureStream|MediaStreamTrackProcessor/, file);
  }
  const asking = scripts.filter((file) => readFileSync(file, 'utf8').includes('getDisplayMedia'));
  assert.equal(asking.length, 1, String(asking));
});
