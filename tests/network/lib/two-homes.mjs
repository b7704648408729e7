// A paid session whose two people sit in two homes: the business, its relay, a browser in each home.
import { Business } from '../../browser/lib/business.mjs';
import { listenToMedia, videoFlows } from '../../browser/lib/call.mjs';
import { becomeClient, enterAsStaff, freeSlot, payByHand } from '../../browser/lib/steps.mjs';
import { Home } from './home.mjs';
import { openPublicRelay, SLOW } from './public-relay.mjs';
import { SlowWay } from './slow-way.mjs';

const MINUTE_MS = 60_000;

export class TwoHomes {
  /** Both are signed in and stand before the door, so many minutes before the start. @param {import('./nets.mjs').Nets} nets */
  static async open(nets, { minutesBefore, picture, traces }) {
    const homes = new TwoHomes();
    try {
      await homes.arrive(nets, minutesBefore, picture, traces);
    } catch (error) {
      await homes.close();
      throw error;
    }
    return homes;
  }

  async arrive(nets, minutesBefore, picture, traces) {
    this.nets = nets;
    this.business = await Business.start({
      address: '0.0.0.0',
      openRelay: (folder, _, tells) => openPublicRelay(folder, tells, traces?.relay.before),
      under: traces?.server.before,
    });
    this.way = new SlowWay(SLOW);
    this.client = await Home.open(nets, 'a', this.business, picture);
    this.psychologist = await Home.open(nets, 'b', this.business, picture);
    await this.business.clock('2026-12-07T04:00:00Z');
    await listenToMedia(this.client.page);
    await becomeClient(this.client.page, this.business);
    const slot = await freeSlot(this.business);
    this.booking = await payByHand(this.client.page, this.business, slot);
    this.starts = Date.parse(slot.startsAt);
    this.ends = this.starts + slot.specialist.duration_minutes * MINUTE_MS;
    await this.business.clock(new Date(this.starts - minutesBefore * MINUTE_MS));
    await listenToMedia(this.psychologist.page);
    await enterAsStaff(this.psychologist.page, this.business, (one) => one.id === slot.specialist.id);
  }

  get pages() {
    return [this.client.page, this.psychologist.page];
  }

  /** Waits until both have decoded new frames of one another. */
  bothSee() {
    return Promise.all(this.pages.map((page) => videoFlows(page)));
  }

  async close() {
    await this.client?.close();
    await this.psychologist?.close();
    this.way?.close();
    await this.business?.stop();
  }
}
