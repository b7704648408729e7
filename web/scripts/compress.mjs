// After the build: .gz and .br beside every text file, for the server to send as they are; and the file that the
// equipment check measures the connection with.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist', import.meta.url).pathname;
const manifest = new URL('../node_modules/.build-manifest.json', import.meta.url).pathname;
const TEXT = /\.(html|js|css|svg|json|webmanifest)$/;
const PROBE_BYTES = 2_000_000;

function walk(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) walk(path);
    else if (TEXT.test(name)) compress(path);
  }
}

function compress(path) {
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}

// The manifest of the build is for scripts/size.mjs and is not served.
renameSync(join(dist, '.vite', 'manifest.json'), manifest);
rmSync(join(dist, '.vite'), { recursive: true });
walk(dist);
// Random, so that nothing on the way can shrink it and flatter the measurement.
writeFileSync(join(dist, 'probe.txt'), randomBytes(PROBE_BYTES).toString('base64'));
