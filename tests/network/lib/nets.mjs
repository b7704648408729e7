// Two homes behind routers of their own and a public network between them, as namespaces of this machine's kernel:
//   client a (10.1.0.2) — nat a (198.51.100.21) ─┐
//                                                 ├─ server (198.51.100.10, relay 198.51.100.11)
//   client b (10.2.0.2) — nat b (198.51.100.22) ─┘
// The addresses of the public network are kept for documentation; nothing leaves the namespaces.
import { execFileSync } from 'node:child_process';

export const SERVER = '198.51.100.10';
export const RELAY = '198.51.100.11';
const HOMES = { a: 1, b: 2 };

/** @param {string[]} words */
const run = (...words) => execFileSync(words[0], words.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] }).toString();

export class Nets {
  /** @param {string} prefix of the names of the namespaces, so that two runs do not meet */
  constructor(prefix) {
    this.prefix = prefix;
    this.made = [];
  }

  name(part) {
    return `${this.prefix}${part}`;
  }

  /** What runs in a namespace. @param {string} part @param {string[]} words */
  within(part, ...words) {
    return run('ip', 'netns', 'exec', this.name(part), ...words);
  }

  build() {
    this.add('srv');
    this.within('srv', 'ip', 'link', 'add', 'br0', 'type', 'bridge');
    this.within('srv', 'ip', 'link', 'set', 'br0', 'up');
    for (const address of [SERVER, RELAY]) this.within('srv', 'ip', 'addr', 'add', `${address}/24`, 'dev', 'br0');
    // Without a way out of the network, "unreachable" would end whole connections of the relay.
    this.within('srv', 'ip', 'neigh', 'add', '198.51.100.254', 'lladdr', '02:00:00:00:00:fe', 'dev', 'br0');
    this.within('srv', 'ip', 'route', 'add', 'default', 'via', '198.51.100.254');
    for (const home of Object.keys(HOMES)) this.buildHome(home);
  }

  buildHome(home) {
    const inner = `10.${HOMES[home]}.0`;
    const nat = `nat${home}`;
    this.add(nat);
    this.add(home);
    this.wire('srv', `p${home}`, nat, 'wan');
    this.within('srv', 'ip', 'link', 'set', `p${home}`, 'master', 'br0');
    this.wire(nat, 'lan', home, 'eth0');
    this.within(nat, 'ip', 'addr', 'add', `198.51.100.2${HOMES[home]}/24`, 'dev', 'wan');
    this.within(nat, 'ip', 'addr', 'add', `${inner}.1/24`, 'dev', 'lan');
    this.within(nat, 'ip', 'route', 'add', 'default', 'via', SERVER);
    this.within(nat, 'sysctl', '-qw', 'net.ipv4.ip_forward=1');
    this.rules(nat, [
      'add table ip home',
      'add chain ip home out { type nat hook postrouting priority 100; }',
      'add rule ip home out oifname "wan" masquerade fully-random',
      'add chain ip home in { type filter hook input priority 0; }',
      'add rule ip home in iifname "wan" ct state new drop',
      'add chain ip home way { type filter hook forward priority 0; }',
    ]);
    this.within(home, 'ip', 'addr', 'add', `${inner}.2/24`, 'dev', 'eth0');
    this.within(home, 'ip', 'route', 'add', 'default', 'via', `${inner}.1`);
  }

  add(part) {
    run('ip', 'netns', 'add', this.name(part));
    this.made.push(this.name(part));
    this.within(part, 'ip', 'link', 'set', 'lo', 'up');
  }

  wire(one, oneEnd, other, otherEnd) {
    run('ip', 'link', 'add', oneEnd, 'netns', this.name(one), 'type', 'veth', 'peer', 'name', otherEnd, 'netns', this.name(other));
    this.within(one, 'ip', 'link', 'set', oneEnd, 'up');
    this.within(other, 'ip', 'link', 'set', otherEnd, 'up');
  }

  rules(part, lines) {
    for (const line of lines) this.within(part, 'nft', line);
  }

  /** Nothing goes in or out of a home. */
  cut(home) {
    this.rules(`nat${home}`, ['add rule ip home way drop']);
  }

  /** Sound and picture find no way but TCP. */
  blockUdp(home) {
    this.rules(`nat${home}`, ['add rule ip home way meta l4proto udp drop']);
  }

  /** So many of a hundred packets of UDP are lost, each way. */
  lose(home, percent) {
    this.rules(`nat${home}`, [`add rule ip home way meta l4proto udp numgen random mod 100 lt ${percent} drop`]);
  }

  mend(home) {
    this.rules(`nat${home}`, ['flush chain ip home way']);
  }

  /** The device comes into another network: its old address is gone. */
  move(home, last) {
    const inner = `10.${HOMES[home]}.0`;
    this.within(home, 'ip', 'addr', 'flush', 'dev', 'eth0');
    this.within(home, 'ip', 'addr', 'add', `${inner}.${last}/24`, 'dev', 'eth0');
    this.within(home, 'ip', 'route', 'add', 'default', 'via', `${inner}.1`);
  }

  remove() {
    for (const name of this.made.splice(0).reverse()) run('ip', 'netns', 'delete', name);
  }
}
