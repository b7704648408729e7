// The two of one session, before the door of their room.
import { listenToMedia } from './call.mjs';
import { becomeClient, bookAndPay, enterAsStaff, freeSlot } from './steps.mjs';

const MINUTE_MS = 60_000;

/** A paid session and its two people, each with their device, signed in some minutes before (or after) its start. */
export async function twoPeople({ page: open, business }, minutesFromStart) {
  const client = await open();
  await listenToMedia(client);
  await becomeClient(client, business, { name: 'Лотос' });
  const { specialist, startsAt } = await freeSlot(business);
  const booking = await bookAndPay(client, specialist, startsAt);
  const start = Date.parse(startsAt);
  await business.clock(new Date(start + minutesFromStart * MINUTE_MS));
  const psychologist = await open();
  await listenToMedia(psychologist);
  await enterAsStaff(psychologist, business, (one) => one.id === specialist.id);
  return { client, psychologist, booking, start, minutes: specialist.duration_minutes };
}
