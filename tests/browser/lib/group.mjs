// A group event and those who come to it.
import { listenToMedia } from './call.mjs';
import { becomeClient, enterAsStaff, send, tick } from './steps.mjs';

const MINUTE_MS = 60_000;
const LENGTH_MINUTES = 30;
const APART_MINUTES = 120;
const SPEAKER_PHONE = '+77000000014';

/** An event of the sandbox's psychologist that begins so many minutes from now; its id and its start. */
export async function planEvent(support, business, minutes) {
  const { id: speaker } = await business.person((one) => one.phone === SPEAKER_PHONE);
  const start = (await business.now()).getTime() + minutes * MINUTE_MS;
  const titles = { ru: 'Как спать спокойно', kk: 'Қалай тыныш ұйықтау керек', en: 'How to sleep well' };
  const body = { titles, starts_at: new Date(start).toISOString(), minutes: LENGTH_MINUTES, capacity: 20, speakers: [speaker] };
  return { id: (await send(support, 'POST', '/v1/staff/groups', body)).id, start };
}

/** An event whose door is open, and its speaker inside with camera and microphone. */
export async function openEvent({ page: open, business, t, language = 'ru' }) {
  // An event before it has its speaker's time.
  await business.clock(new Date((await business.now()).getTime() + APART_MINUTES * MINUTE_MS));
  const support = await open({ language: 'ru' });
  await enterAsStaff(support, business, (one) => one.role === 'support');
  const event = await planEvent(support, business, 12);
  await business.clock(new Date(event.start - 5 * MINUTE_MS));
  const speaker = await open({ language: 'ru' });
  await listenToMedia(speaker);
  await enterAsStaff(speaker, business, (one) => one.phone === SPEAKER_PHONE);
  await speaker.evaluate((tongue) => localStorage.setItem('kelisim-language', tongue), language);
  await speaker.goto(`/groups/${event.id}/room`);
  await speaker.getByRole('button', { name: t('sessions:join.open_media') }).click();
  await tick(speaker, t('groups:rules.recording'));
  await speaker.getByRole('button', { name: t('groups:one.enter'), exact: true }).click();
  return { support, speaker, event: event.id, start: event.start };
}

/** A client with a place, inside under a name. */
export async function enterAsViewer({ page: open, business, t, language = 'ru' }, event, name, before = async () => {}) {
  const page = await open();
  await listenToMedia(page);
  await before(page);
  await becomeClient(page, business, { name, language });
  await page.goto(`/groups/${event}`);
  await page.getByRole('button', { name: t('groups:one.register') }).click();
  await page.getByRole('link', { name: t('groups:one.enter'), exact: true }).click();
  await page.getByLabel(t('groups:door.name')).fill(name);
  await tick(page, t('groups:rules.recording'));
  await page.getByRole('button', { name: t('groups:one.enter'), exact: true }).click();
  return page;
}
