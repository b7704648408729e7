// What the relay refuses, asked by a real TURN client: strangers, old credentials, more than a share, and every address
// that is no stranger's on the public network. The configuration is the one that goes to production and, for calls on
// this machine, the sandbox's.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from './lib/business.mjs';
import { Relay } from './lib/relay.mjs';
import { credentialOf, TurnClient } from './lib/turn-client.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMPOSE = path.join(ROOT, 'deploy/relay/compose');
const SECRET = 'a secret of tests';
const FORBIDDEN = 403;
const WRONG_FAMILY = 443;
const OWN = ['127.0.0.3', '45.76.1.20'];
const HOST = `listening-ip=127.0.0.3\nrelay-ip=127.0.0.4\nrealm=test.invalid\ncert=none\npkey=none\nmin-port=45000\nmax-port=45999\nown-ip=${OWN[1]}\n`;

/** First, middle and last of each range that a relay has no business in. */
const CLOSED = [
  ...['0.0.0.0', '0.0.0.1', '0.255.255.255', '10.0.0.0', '10.1.2.3', '10.255.255.255', '100.64.0.0', '100.100.1.1', '100.127.255.255'],
  ...['127.0.0.0', '127.0.0.1', '127.0.0.2', '127.255.255.255', '169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ...['172.16.0.0', '172.20.1.1', '172.31.255.255', '192.0.0.0', '192.0.0.8', '192.0.0.255', '192.0.2.0', '192.0.2.2', '192.0.2.255'],
  ...['192.31.196.1', '192.52.193.1', '192.88.99.0', '192.88.99.255', '192.168.0.0', '192.168.1.1', '192.168.255.255', '192.175.48.1'],
  ...['198.18.0.0', '198.19.255.255', '198.51.100.0', '198.51.100.255', '203.0.113.0', '203.0.113.255'],
  ...['224.0.0.0', '224.0.0.1', '239.255.255.250', '239.255.255.255', '240.0.0.0', '250.1.1.1', '255.255.255.254', '255.255.255.255'],
  ...['::', '::1', '::127.0.0.1', '::ffff:0.0.0.0', '::ffff:127.0.0.1', '::ffff:10.1.2.3', '::ffff:192.168.1.1', '::ffff:8.8.8.8'],
  ...['::ffff:255.255.255.255', '64:ff9b::127.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1'],
  ...['2002:7f00:1::1', '2002:a00:1::1', 'fc00::1', 'fdff:ffff::1', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1'],
  '2606:4700::1',
];
/** Neighbours of the ranges: a permission is only noted down, nothing is sent there. */
const OPEN = ['1.0.0.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0', '172.15.255.255', '172.32.0.0'];

let folder;
let port;
let production;
let sandbox;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kelisim-relay-'));
  port = await freePorts();
  sandbox = await Relay.start(path.join(folder, 'sandbox'), port);
  production = await startAsInProduction();
});

after(async () => {
  production?.kill('SIGKILL');
  await sandbox?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Composes the lines of a host, on addresses of this machine, with no certificate to show. */
async function startAsInProduction() {
  const composed = compose(HOST).replace(/^(cert|pkey)=none$/gm, '') + `\nno-tls\nlistening-port=${port + 1}\npidfile=${folder}/pid\nuserdb=${folder}/users\n`;
  writeFileSync(path.join(folder, 'production.conf'), composed);
  const child = spawn('turnserver', ['-c', path.join(folder, 'production.conf')], { stdio: 'ignore' });
  const probe = new TurnClient(OWN[0], port + 1, credentialOf(SECRET));
  await answers(probe);
  return child;
}

async function answers(probe) {
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    try {
      assert.equal(await probe.allocate(), 0);
      return await probe.close();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

function compose(host) {
  writeFileSync(path.join(folder, 'host.conf'), host);
  writeFileSync(path.join(folder, 'shared-secret'), SECRET);
  return execFileSync(COMPOSE, [path.join(folder, 'host.conf'), path.join(folder, 'shared-secret')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const stranger = (access) => new TurnClient(OWN[0], port + 1, access);
const asProduction = () => stranger(credentialOf(SECRET));
const asSandbox = () => new TurnClient('127.0.0.1', port, credentialOf(readFileSync(sandbox.secretFile, 'utf8')));

for (const [name, open, closed] of [
  ['production', asProduction, [...CLOSED, ...OWN, '127.0.0.4']],
  ['the sandbox', asSandbox, CLOSED.filter((peer) => peer !== '127.0.0.2')],
]) {
  test(`the relay of ${name} sends nothing to private, local, mapped, multicast or own addresses`, async () => {
    const client = open();
    assert.equal(await client.allocate(), 0);
    const answers = new Map();
    for (const peer of closed) answers.set(peer, [await client.permit(peer), await client.bind(peer)]);
    await client.close();
    for (const [peer, [permitted, bound]] of answers) {
      assert.ok([FORBIDDEN, WRONG_FAMILY].includes(permitted), `${peer} was permitted: ${permitted}`);
      assert.ok([FORBIDDEN, WRONG_FAMILY].includes(bound), `${peer} was bound: ${bound}`);
    }
  });
}

test('the neighbours of the closed ranges are open, so it is the ranges that close', async () => {
  const client = asProduction();
  assert.equal(await client.allocate(), 0);
  for (const peer of OPEN) assert.equal(await client.permit(peer), 0, peer);
  await client.close();
});

test('the relay of the sandbox reaches one address of this machine', async () => {
  const client = asSandbox();
  assert.equal(await client.allocate(), 0);
  assert.equal(await client.permit('127.0.0.2'), 0);
  await client.close();
});

test('nobody has a place at the relay in IPv6', async () => {
  const client = asProduction();
  assert.notEqual(await client.allocate('6'), 0);
  await client.close();
});

test('a credential that has ended, is signed by another or is somebody else’s opens nothing', async () => {
  const good = credentialOf(SECRET);
  for (const [what, access] of [
    ['ended', credentialOf(SECRET, { endsIn: -1 })],
    ['signed by another', credentialOf('another secret')],
    ['lengthened', { username: good.username.replace(/^\d/, '9'), credential: good.credential }],
    ['of another', { username: `${good.username}else`, credential: good.credential }],
    ['none', { username: '', credential: '' }],
  ]) {
    const client = stranger(access);
    assert.equal(await client.allocate(), 401, what);
    await client.close();
  }
});

test('one person in one booking has so many places and no more, whatever credentials they hold', async () => {
  const share = Number(/^user-quota=(\d+)$/m.exec(readFileSync(path.join(ROOT, 'deploy/relay/base.conf'), 'utf8'))[1]);
  const clients = Array.from({ length: share + 3 }, (_, at) => stranger(credentialOf(SECRET, { name: 'greedy', endsIn: 500 + at })));
  const refused = [];
  for (const client of clients) refused.push(await client.allocate());
  const another = stranger(credentialOf(SECRET, { name: 'modest' }));
  const allowed = await another.allocate();
  for (const client of [...clients, another]) await client.close();
  assert.deepEqual(refused.slice(0, share), Array(share).fill(0));
  assert.ok(refused.slice(share).every((code) => code === 486), `over the quota: ${refused.slice(share)}`);
  assert.equal(allowed, 0);
});

test('lines that would open a relay to the sandbox’s ways are refused for a host', () => {
  for (const line of ['allow-loopback-peers', 'allowed-peer-ip=127.0.0.2', 'no-auth', 'cli-password=x', 'web-admin', 'user-quota=0', 'min-port = 1']) {
    assert.throws(() => compose(`${HOST}${line}\n`), /may not say/, line);
  }
  assert.throws(() => compose(HOST.replace('relay-ip=127.0.0.4', 'relay-ip=127.0.0.3')), /nothing else of ours/);
  assert.throws(() => compose(HOST.replace(/^relay-ip.*\n/m, '')), /relay-ip once/);
  const composed = compose(HOST);
  assert.doesNotMatch(composed, /allow-loopback-peers|allowed-peer-ip/);
  for (const own of OWN) assert.ok(composed.includes(`denied-peer-ip=${own}\n`), own);
});
