// run.mjs FILE…: makes the namespaces, runs the tests where the server stands, and takes the namespaces away.
import { spawnSync } from 'node:child_process';
import { Nets } from './lib/nets.mjs';

const prefix = `k${process.pid % 100_000}`;
const nets = new Nets(prefix);
try {
  nets.build();
  const test = [process.execPath, '--test', '--test-concurrency=1', '--test-reporter=spec', ...process.argv.slice(2)];
  const { status } = spawnSync('ip', ['netns', 'exec', nets.name('srv'), ...test], {
    stdio: 'inherit',
    env: { ...process.env, KELISIM_NETS: prefix },
  });
  process.exitCode = status ?? 1;
} finally {
  nets.remove();
}
