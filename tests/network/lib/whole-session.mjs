// A whole session of fifty minutes with three cuts, from before the door to the record and its decision.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { enterRoom, leaveRoom } from '../../browser/lib/call.mjs';
import { assertCutsOnRecord, countedSeconds, readPresence, readSealed } from './ledger.mjs';

const MINUTE_MS = 60_000;
const HOME_OF = { client: 'a', specialist: 'b' };

/** @typedef {{ who: string[], seconds: number, jump?: number }} Cut
 *  `jump`: seconds by which the clock of the business is moved while the network is away */

export class WholeSession {
  /** @param {import('./two-homes.mjs').TwoHomes} homes @param {import('node:test').TestContext} context */
  constructor(homes, context) {
    this.homes = homes;
    this.context = context;
    this.cuts = [];
  }

  async begin() {
    const { client, psychologist, booking } = this.homes;
    await enterRoom(client.page, booking);
    await enterRoom(psychologist.page, booking);
    await this.homes.bothSee();
  }

  now = async () => (await this.homes.business.now()).getTime();

  /** Moves the clock to this minute of the session, and waits until the server has heard both there. */
  async goTo(minute) {
    const { business, client, booking, starts } = this.homes;
    const at = starts + minute * MINUTE_MS;
    await business.clock(at);
    await business.until('a word of both', async () => {
      const { hearings } = await readPresence(client.page, booking);
      return Object.keys(HOME_OF).every((who) => hearings.some((one) => one.who === who && Date.parse(one.until) >= at));
    });
  }

  /** @param {Cut} cut */
  async cut({ who, seconds, jump = 0 }) {
    const { nets, business } = this.homes;
    const from = await this.now();
    for (const one of who) nets.cut(HOME_OF[one]);
    await pause(seconds * 1000);
    if (jump > 0) await business.clock(from + (seconds + jump) * 1000);
    const until = await this.now();
    for (const one of who) nets.mend(HOME_OF[one]);
    const began = performance.now();
    await this.homes.bothSee();
    this.context.diagnostic(`${who.join(' and ')} away for ${seconds} s: both saw new frames ${Math.round(performance.now() - began)} ms after`);
    this.cuts.push(...who.map((one) => ({ who: one, from, until })));
  }

  /** Both stay until their time is over, and the server closes the session. */
  async end() {
    const { business, client, booking, pages } = this.homes;
    const presence = await business.until('the record of the session', async () => {
      const read = await readPresence(client.page, booking);
      return read.record ? read : null;
    });
    for (const page of pages) await leaveRoom(page);
    return { presence, sealed: readSealed(presence.record) };
  }

  /** What was signed agrees with what was done, counted again here. */
  assertRecord({ presence, sealed }) {
    assertCutsOnRecord(presence.stays, this.cuts);
    const counted = countedSeconds(sealed.connection);
    const { verdict } = sealed;
    for (const [name, seconds] of Object.entries(counted)) {
      // Two pieces that touch a whole second each round on their own.
      assert.ok(Math.abs(verdict[name] - seconds) <= 1, `${name}: ${verdict[name]}, counted ${seconds}`);
    }
    const minutes = (Date.parse(sealed.connection.session.ends_at) - this.homes.starts) / MINUTE_MS;
    assert.ok(minutes >= 50);
    this.context.diagnostic(`together ${verdict.together_seconds} s, media ${verdict.media_seconds} s, lost by the client ${verdict.client_seconds} s, by the specialist ${verdict.specialist_seconds} s, at once ${verdict.service_seconds} s, disputed ${verdict.disputed_seconds} s`);
  }
}
