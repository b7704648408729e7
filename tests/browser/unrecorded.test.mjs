// No page knows how to record a call, and none is allowed to capture a screen (HAR-3.4a).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { journey } from './lib/journey.mjs';

const DIST = path.resolve(import.meta.dirname, '../../web/dist');

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

journey('no page knows how to record, and none is allowed to capture a screen', async ({ business, clause }) => {
  clause('HAR-3.4a');
  const page = await fetch(`${business.url}/`);
  assert.match(page.headers.get('permissions-policy'), /camera=\(self\), microphone=\(self\), display-capture=\(\)/);
  assert.match(page.headers.get('content-security-policy'), /default-src 'self'/);
  const scripts = filesUnder(DIST).filter((file) => file.endsWith('.js'));
  assert.ok(scripts.length > 0);
  for (const file of scripts) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /MediaRecorder|captureStream|getDisplayMedia|MediaStreamTrackProcessor/, file);
  }
});
