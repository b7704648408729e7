// Two people in one call: both decode each other's video, and nobody else comes in.
import assert from 'node:assert/strict';
import { journey, prepare } from './lib/journey.mjs';
import { devicesAreOff, enterRoom, leaveRoom, listenToMedia, onlySoundFlows, passTheDoor, videoFlows } from './lib/call.mjs';
import { becomeClient, enterAsStaff, sees } from './lib/steps.mjs';
import { twoPeople } from './lib/two-people.mjs';

const MINUTE_MS = 60_000;

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('two people see and hear each other, go to sound alone and back, leave and come again', async (tools) => {
  const { t, clause } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -4);
  clause('HAR-3.3a');
  clause('HAR-2.1a');
  await enterRoom(client, booking);
  await sees(client, t('sessions:status.early'));
  await enterRoom(psychologist, booking);
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);

  clause('HAR-3.3b');
  await client.getByRole('button', { name: t('sessions:call.audio_only') }).click();
  await sees(psychologist, t('sessions:status.peer_sound_only'));
  await Promise.all([onlySoundFlows(client), onlySoundFlows(psychologist)]);
  await client.getByRole('button', { name: t('sessions:call.video_on') }).click();
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);

  await leaveRoom(client);
  await sees(psychologist, t('sessions:status.early'));
  await enterRoom(client, booking);
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);

  clause('HAR-3.4a');
  assert.equal(await client.getByRole('button', { name: /запис/i }).count(), 0, 'nothing in the room records');
  assert.equal(await psychologist.getByRole('button', { name: /запис/i }).count(), 0);
});

journey('a third person is refused at the room, and a second device takes the place of the first', async (tools) => {
  const { t, page: open, business, clause } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -3);
  await enterRoom(client, booking);
  await enterRoom(psychologist, booking);
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);

  clause('HAR-3.4c');
  // Their refused sockets are written to their consoles by the browser, so these two are not watched.
  const stranger = await open({ watch: undefined });
  await becomeClient(stranger, business, { name: 'Посторонний' });
  const staff = await open({ watch: undefined });
  await enterAsStaff(staff, business, (one) => one.role === 'support');
  for (const [third, words] of [
    [stranger, t('refusals:not_found')],
    [staff, t('refusals:not_allowed')],
  ]) {
    await third.goto(`/bookings/${booking}/room`);
    await sees(third, words);
    assert.equal(await knock(third, booking), 'refused');
  }

  const other = await open();
  await other.context().addCookies(await client.context().cookies());
  await listenToMedia(other);
  await enterRoom(other, booking);
  await sees(client, t('sessions:status.closed.replaced'));
  await Promise.all([videoFlows(other), videoFlows(psychologist)]);
  await devicesAreOff(client);
  await client.getByRole('button', { name: t('sessions:call.again') }).click();
  await passTheDoor(client);
  await sees(other, t('sessions:status.closed.replaced'));
  await Promise.all([videoFlows(client), videoFlows(psychologist), devicesAreOff(other)]);
});

journey('what the psychologist is late by is added for the client, and both are told', async (tools) => {
  const { t, like, business, clause } = tools;
  const { client, psychologist, booking, start, minutes } = await twoPeople(tools, -4);
  await enterRoom(client, booking);
  await business.clock(new Date(start + 7 * MINUTE_MS));
  await sees(client, t('sessions:status.wait_specialist'));
  clause('HAR-3.9b');
  await enterRoom(psychologist, booking);
  const ends = await business.until('a later end', async () => {
    const { ends_at: at } = await client.evaluate(async (id) => (await fetch(`/v1/bookings/${id}`)).json(), booking);
    return Date.parse(at) > start + minutes * MINUTE_MS ? Date.parse(at) : null;
  });
  assert.ok(ends >= start + (minutes + 7) * MINUTE_MS, 'by no less than the seven minutes that had passed');
  const at = astana(ends);
  await sees(client, like('sessions:status.specialist_late', { at }));
  await sees(psychologist, like('sessions:status.you_late', { at }));
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);
});

journey('before the room opens nobody is let in', async (tools) => {
  const { t, like } = tools;
  const { client, booking } = await twoPeople(tools, -7);
  await client.goto(`/bookings/${booking}/room`);
  await sees(client, like('sessions:join.opens'));
  await client.getByRole('button', { name: t('sessions:join.open_media') }).click();
  await client.getByText(t('sessions:join.rule_recording')).click();
  await sees(client, t('sessions:join.rule_sober'));
  assert.ok(await client.getByRole('button', { name: t('sessions:join.enter') }).isDisabled());
});

/** Tries the room's socket itself, past the screens. */
function knock(page, booking) {
  return page.evaluate(
    (id) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/v1/bookings/${id}/room`);
        socket.onopen = () => resolve('let in');
        socket.onerror = () => resolve('refused');
      }),
    booking,
  );
}

const astana = (at) => new Intl.DateTimeFormat('ru-RU', { timeZone: 'Asia/Almaty', hour: '2-digit', minute: '2-digit' }).format(at);
