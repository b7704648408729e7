// What a thousand people who wait in their rooms cost the server, as a row of docs/benchmarks.md. The brand is one whose rooms
// open weeks before, so that a handful of psychologists have a thousand sessions to be waited for.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Business } from '../browser/lib/business.mjs';
import { newPhone } from '../browser/lib/steps.mjs';
import { cpuSeconds, residentKib, row } from './figures.mjs';

const WAITING = Number(process.argv[2] ?? 1000);
const SECONDS = 20;
const AT_ONCE = 8;
const BEAT = frame('{"type":"beat"}');

const business = await Business.start({ brandIn: brandThatOpensEarly });
try {
  await business.clock('2026-12-07T00:00:00Z');
  const bookings = await book();
  const pid = business.process.pid;
  const before = residentKib(pid);
  const sockets = [];
  for (const { id, token } of bookings) sockets.push(await wait(id, token));
  const beats = setInterval(() => sockets.forEach((socket) => socket.write(BEAT)), 1000);
  await pause(3000);
  const [began, from] = [cpuSeconds(pid), performance.now()];
  await pause(SECONDS * 1000);
  const share = (100 * (cpuSeconds(pid) - began)) / ((performance.now() - from) / 1000);
  const grown = (residentKib(pid) - before) / 1024;
  const alive = sockets.filter((socket) => !socket.destroyed).length;
  clearInterval(beats);
  row(
    'a thousand people waiting in their rooms: processor / memory of the server',
    `${((share * 1000) / alive).toFixed(1)} % of a core / ${((grown * 1000) / alive).toFixed(1)} MiB`,
    '—',
    `${alive} rooms with one person, a beat each second, for ${SECONDS} s; the same process holds the database`,
  );
  sockets.forEach((socket) => socket.destroy());
} finally {
  await business.stop();
}

function brandThatOpensEarly(folder) {
  const brand = path.join(folder, 'harmonia');
  cpSync(path.resolve(import.meta.dirname, '../../brands/harmonia'), brand, { recursive: true });
  const file = path.join(brand, 'brand.toml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^room_opens_minutes( *)= 5 /m, 'room_opens_minutes$1= 100000 '));
  return brand;
}

async function ask(method, where, token, body) {
  const answer = await fetch(business.url + where, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'kelisim-token': 'body', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

async function signIn() {
  const phone = newPhone();
  const offer = (await business.ask('GET', '/v1/offers')).items.find((one) => one.document === 'offer' && one.in_force);
  const challenge = await ask('POST', '/v1/registrations', null, {
    phone,
    offer_version: offer.version,
    offer_hash: offer.content_hash,
    language: 'ru',
    accepts_offer: true,
    declares_adult: true,
    consents_to_processing: true,
    declares_truth: true,
  });
  const { token } = await ask('POST', '/v1/sessions', null, { challenge_id: challenge.challenge_id, code: await business.code(phone) });
  await ask('PUT', '/v1/me/questionnaire', token, { display_name: 'Лотос', age: 30, prior_experience: false, concern_topic: 'anxiety', declares_truth: true });
  return token;
}

/** As many paid bookings as are to be waited for, and who may wait for each; a few people pay side by side. */
async function book() {
  const free = [];
  const now = (await business.now()).getTime();
  for (const specialist of (await business.ask('GET', '/v1/specialists')).specialists) {
    let last = 0;
    for (let day = 1; day < 55; day += 13) {
      const at = (days) => new Date(now + days * 86_400_000).toISOString();
      const { slots } = await business.ask('GET', `/v1/specialists/${specialist.id}/slots?from=${at(day)}&to=${at(day + 13)}`);
      for (const { starts_at: start } of slots) {
        if (Date.parse(start) < last + 2 * 3_600_000) continue;
        last = Date.parse(start);
        free.push({ specialist_id: specialist.id, starts_at: start });
      }
    }
  }
  const wanted = free.slice(0, WAITING);
  const made = [];
  const one = async () => {
    const token = await signIn();
    for (let slot = wanted.pop(); slot; slot = wanted.pop()) made.push({ id: await pay(token, slot), token });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return made;
}

async function pay(token, slot) {
  const { id } = await ask('POST', '/v1/bookings', token, { ...slot, confirms_safety: true });
  const terms = (await ask('GET', `/v1/bookings/${id}`, token)).partner_terms;
  await ask('POST', `/v1/bookings/${id}/payment`, token, { accepts_no_refund: false, ...(terms ? { accepts_partner_terms: terms.version } : {}) });
  const url = await business.until('the page of the acquirer', async () => (await ask('GET', `/v1/bookings/${id}/payment`, token)).redirect_url);
  await fetch(url, { method: 'POST', body: new URLSearchParams({ choice: 'pay' }), redirect: 'manual' });
  await business.until('the payment', async () => (await ask('GET', `/v1/bookings/${id}`, token)).state === 'confirmed');
  return id;
}

/** A socket in the room, through which nothing is read but that it is open. */
function wait(id, token) {
  return new Promise((resolve, reject) => {
    const socket = connect(business.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => reject(new Error('the room did not let in')));
    socket.once('data', (head) => {
      if (!String(head).startsWith('HTTP/1.1 101')) return reject(new Error(String(head).split("\r\n\r\n")[1]));
      socket.resume();
      resolve(socket);
    });
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    socket.write(
      `GET /v1/bookings/${id}/room HTTP/1.1\r\nHost: localhost:${business.port}\r\nOrigin: ${business.url}\r\nAuthorization: Bearer ${token}\r\n` +
        `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
  });
}

/** A text frame as a browser sends it, its mask of zeros. */
function frame(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | bytes.length, 0, 0, 0, 0]), bytes]);
}
