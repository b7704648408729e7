// The relay of production on the public network of the namespaces, behind a way that can be made slow.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Relay } from '../../browser/lib/relay.mjs';
import { RELAY, SERVER } from './nets.mjs';

const COMPOSE = path.resolve(import.meta.dirname, '../../../deploy/relay/compose');
const PORT = 3478;
export const SLOW = { host: SERVER, port: 3479, to: { host: SERVER, port: PORT } };

/** @param {string} folder @param {string} tells `host:port` @param {string[]} [under] what stands before its command */
export function openPublicRelay(folder, tells, under = []) {
  mkdirSync(folder, { recursive: true });
  const file = (name) => path.join(folder, name);
  writeFileSync(file('secret'), 'a secret of tests');
  writeFileSync(file('host.conf'), `listening-ip=${SERVER}\nrelay-ip=${RELAY}\nlistening-port=${PORT}\nrealm=test.invalid\ncert=none\npkey=none\nreports-to=${tells}\n`);
  const composed = execFileSync(COMPOSE, [file('host.conf'), file('secret')], { encoding: 'utf8' })
    .replace(/^(cert|pkey)=none\n/gm, '')
    // The public network of the namespaces has addresses that are kept for documentation.
    .replace('denied-peer-ip=198.51.100.0-198.51.100.255\n', '');
  writeFileSync(file('relay.conf'), `${composed}\nno-tls\npidfile=${file('pid')}\nuserdb=${file('users')}\n`);
  return Relay.open({
    command: [...under, 'turnserver', '-c', file('relay.conf')],
    at: { host: SERVER, port: PORT },
    secretFile: file('secret'),
    urls: `turn:${SLOW.host}:${SLOW.port}?transport=udp,turn:${SERVER}:${PORT}?transport=tcp`,
  });
}
