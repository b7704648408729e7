// What the server's record of a session must say, worked out a second time: second by second, from the stays alone, in
// a way that shares nothing with the server's own rules.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';

const SECOND_MS = 1000;
const LOST_AT_ONCE_MS = 10_000;
const LATE_TO_NOTICE_MS = 5000; // a beat that was under way when the cut came; a browser that took its time to give up
const SIDES = ['client', 'specialist'];

const cut = (at) => Math.floor(Date.parse(at) / SECOND_MS) * SECOND_MS;

/** @param {import('playwright-core').Page} page @param {string} booking */
export const readPresence = (page, booking) =>
  page.evaluate(async (id) => (await fetch(`/v1/bookings/${id}/presence`)).json(), booking);

/** The record's own words, if the server's signature is of them. */
export function readSealed({ body, signature, public_key: x }) {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const own = Buffer.from(signature, 'base64url');
  assert.ok(verify(null, Buffer.from(body), key, own), 'the record is not of the one who signed it');
  assert.ok(!verify(null, Buffer.from(body.replace('"stays"', '"Stays"')), key, own));
  return JSON.parse(body);
}

/**
 * Each cut stands in the ledger of its side: lost by the time it began, away while it lasted, and there again.
 * @param {{who: string, from: number, until: number}[]} cuts by the clock of the server
 */
export function assertCutsOnRecord(stays, cuts) {
  for (const { who, from, until } of cuts) {
    const own = stays.filter((stay) => stay.who === who);
    const lost = own.find((stay) => stay.reason === 'lost' && Date.parse(stay.left_at) <= from + LATE_TO_NOTICE_MS && backAfter(own, stay) > until);
    assert.ok(lost, `${who} cut at ${new Date(from).toISOString()}: ${JSON.stringify(own)}`);
    assert.ok(Number.isFinite(backAfter(own, lost)), `${who} never came back`);
  }
  for (const who of SIDES) assertInOrder(stays.filter((stay) => stay.who === who));
}

const backAfter = (own, stay) => Math.min(...own.map((other) => Date.parse(other.joined_at)).filter((at) => at >= Date.parse(stay.left_at)));

function assertInOrder(own) {
  own.forEach((stay, at) => {
    const next = own[at + 1];
    if (next) assert.ok(stay.left_at && Date.parse(stay.left_at) <= Date.parse(next.joined_at), JSON.stringify(own));
  });
}

/** The verdict's seconds, counted one after another. */
export function countedSeconds({ session, stays, losses }) {
  const sum = { together_seconds: 0, service_seconds: 0, specialist_seconds: 0, client_seconds: 0 };
  const [from, to] = [cut(session.starts_at), cut(session.ends_at)];
  for (let at = from; at < to; at += SECOND_MS) {
    const there = Object.fromEntries(SIDES.map((who) => [who, stays.some((stay) => stay.who === who && covers(stay, at))]));
    if (there.client && there.specialist) sum.together_seconds += 1;
    const [client, specialist] = SIDES.map((who) => (there[who] ? null : lostBefore(losses, stays, who, at)));
    if (client !== null && specialist !== null && Math.abs(client - specialist) <= LOST_AT_ONCE_MS) sum.service_seconds += 1;
    else {
      if (client !== null) sum.client_seconds += 1;
      if (specialist !== null) sum.specialist_seconds += 1;
    }
  }
  return sum;
}

const covers = (stay, at) => cut(stay.joined_at) <= at && (!stay.left_at || at < cut(stay.left_at));

/** When this side was lost, if it was lost and has not come since. */
function lostBefore(losses, stays, who, at) {
  const lost = losses.filter((loss) => loss.who === who && cut(loss.at) <= at).map((loss) => cut(loss.at));
  if (lost.length === 0) return null;
  const last = Math.max(...lost);
  const cameSince = stays.some((stay) => stay.who === who && cut(stay.joined_at) > last && cut(stay.joined_at) <= at);
  return cameSince ? null : last;
}
