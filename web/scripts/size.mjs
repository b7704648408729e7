// What a visitor's first look at the catalogue costs in JavaScript, compressed as it is sent. Fails above the limit.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT_KB = 200;
const dist = new URL('../dist', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(new URL('../node_modules/.build-manifest.json', import.meta.url), 'utf8'));

// The entry, what it draws in statically, and what the catalogue loads by itself: its page and one language's texts.
const LOADED_AT_FIRST = [
  'index.html',
  'src/catalogue/catalogue-page.tsx',
  'src/i18n/ru/common.json',
  'src/i18n/ru/refusals.json',
  'src/i18n/ru/catalogue.json',
  'src/sandbox/banner.tsx',
  'src/i18n/ru/sandbox.json',
];

const files = new Set();
function draw(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const inner of chunk.imports ?? []) draw(inner);
}
LOADED_AT_FIRST.forEach(draw);

const scripts = [...files].filter((file) => file.endsWith('.js'));
const sum = (ending) => scripts.reduce((total, file) => total + statSync(join(dist, file + ending)).size, 0) / 1024;
const [gzip, brotli] = [sum('.gz'), sum('.br')];
console.log(`first load of the catalogue: ${gzip.toFixed(1)} KB gzip, ${brotli.toFixed(1)} KB brotli in ${scripts.length} scripts (limit ${LIMIT_KB})`);
if (gzip > LIMIT_KB) process.exit(1);
