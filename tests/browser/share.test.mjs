// One shows the other their screen in the room of their session.
import assert from 'node:assert/strict';
import { troubles } from './lib/axe.mjs';
import { DESK } from './lib/browser.mjs';
import { enterRoom, onlySoundFlows, videoFlows } from './lib/call.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { sees } from './lib/steps.mjs';
import { twoPeople } from './lib/two-people.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('a screen is shown beside the cameras, outlives a cut and ends by either button', async (tools) => {
  const { t } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -3);
  await psychologist.setViewportSize(DESK);
  await keepScreens(psychologist);
  const line = await lineOf(psychologist);
  await enterRoom(client, booking);
  await enterRoom(psychologist, booking);
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);
  const show = (page) => page.getByRole('button', { name: t('sessions:screen.show') });
  const stop = psychologist.getByRole('button', { name: t('sessions:screen.stop') });
  const screen = client.locator('video.call-screen');

  await show(psychologist).click();
  await sees(psychologist, t('sessions:screen.you'));
  await sees(client, t('sessions:screen.other'));
  await moves(screen);
  await moves(client.locator('video.call-remote'));
  await moves(psychologist.locator('video.call-remote'));
  assert.ok(await show(client).isDisabled(), 'one screen at a time');
  for (const page of [client, psychologist]) {
    assert.deepEqual(await troubles(page), [], 'beside a screen');
    await page.getByRole('button', { name: t('sessions:chat.title'), exact: true }).click();
    await page.getByRole('textbox', { name: t('sessions:chat.label') }).waitFor();
    assert.deepEqual(await troubles(page), [], 'beside a screen and the chat');
    await page.keyboard.press('Escape');
  }

  line.cut();
  await sees(psychologist, t('sessions:screen.you'));
  await sees(client, t('sessions:screen.other'));
  await moves(screen);

  await stop.click();
  await screen.waitFor({ state: 'detached' });
  await client.getByText(t('sessions:screen.other')).waitFor({ state: 'detached' });

  await show(psychologist).click();
  await moves(screen);
  await psychologist.evaluate(() => window.journeyScreens.at(-1).dispatchEvent(new Event('ended')));
  await screen.waitFor({ state: 'detached' });
  await show(psychologist).waitFor();
  assert.equal(await psychologist.evaluate(() => window.journeyScreens.filter((one) => one.readyState === 'live').length), 0);
  await videoFlows(client);

  const presence = await client.evaluate(async (id) => (await fetch(`/v1/bookings/${id}/presence`)).json(), booking);
  assert.deepEqual(presence.modes, [], 'a screen changes nothing of what is on record');
});

journey('over sound alone a screen is shown by either, and no camera with it nor after it', async (tools) => {
  const { t } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -3);
  await enterRoom(client, booking);
  await enterRoom(psychologist, booking);
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);
  await client.getByRole('button', { name: t('sessions:call.audio_only') }).click();
  await sees(psychologist, t('sessions:status.peer_sound_only'));
  await Promise.all([onlySoundFlows(client), onlySoundFlows(psychologist)]);

  for (const [from, to] of [
    [psychologist, client],
    [client, psychologist],
  ]) {
    await from.getByRole('button', { name: t('sessions:screen.show') }).click();
    await sees(to, t('sessions:screen.other'));
    await sees(psychologist, t('sessions:status.peer_sound_only'));
    const cameras = [client, psychologist].map((page) => page.locator('video.call-remote'));
    const before = await Promise.all(cameras.map(framesOf));
    await moves(to.locator('video.call-screen'));
    assert.deepEqual(await Promise.all(cameras.map(framesOf)), before, 'a screen brings no camera with it');
    for (const camera of cameras) assert.equal(await camera.evaluate((element) => getComputedStyle(element).opacity), '0', 'no picture stands still');

    await from.getByRole('button', { name: t('sessions:screen.stop') }).click();
    await to.locator('video.call-screen').waitFor({ state: 'detached' });
    await Promise.all([onlySoundFlows(client), onlySoundFlows(psychologist)]);
    await sees(psychologist, t('sessions:status.peer_sound_only'));
  }

  await client.getByRole('button', { name: t('sessions:call.video_on') }).click();
  await Promise.all([videoFlows(client), videoFlows(psychologist)]);
  const modes = await client.evaluate(async (id) => (await (await fetch(`/v1/bookings/${id}/presence`)).json()).modes, booking);
  assert.deepEqual(modes.map(({ who, mode, cause }) => [who, mode, cause]), [
    ['client', 'audio', 'chosen'],
    ['client', 'video', 'chosen'],
  ]);
});

journey('where the brand has neither, there is no control for them', async (tools) => {
  const { t } = tools;
  const { client, booking } = await twoPeople(tools, -3);
  await lineOf(client, (word) => (word.type === 'welcome' ? { ...word, chat: false, screen_share: false } : word));
  await enterRoom(client, booking);
  await sees(client, t('sessions:status.early'));
  assert.equal(await client.getByRole('button', { name: t('sessions:chat.title'), exact: true }).count(), 0);
  assert.equal(await client.getByRole('button', { name: t('sessions:screen.show') }).count(), 0);
});

const framesOf = (video) => video.evaluate((element) => element.getVideoPlaybackQuality().totalVideoFrames);

/** Waits until this picture has gone on by ten frames. */
async function moves(video) {
  await video.waitFor();
  await video.evaluate(
    (element) =>
      new Promise((resolve) => {
        const from = element.getVideoPlaybackQuality().totalVideoFrames;
        const look = setInterval(() => {
          if (element.videoWidth === 0 || element.getVideoPlaybackQuality().totalVideoFrames < from + 10) return;
          clearInterval(look);
          resolve(null);
        }, 100);
      }),
  );
}

/** Keeps the tracks of what this page shows, so that the browser's own bar can be played. */
function keepScreens(page) {
  return page.addInitScript(() => {
    window.journeyScreens = [];
    const ask = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getDisplayMedia = async (wish) => {
      const opened = await ask(wish);
      window.journeyScreens.push(...opened.getTracks());
      return opened;
    };
  });
}

/** The room's socket of this page, with a hand on it and on what the server says. */
async function lineOf(page, heard = (word) => word) {
  const line = { cut: () => undefined };
  await page.routeWebSocket(/\/room$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => server.send(text));
    server.onMessage((text) => socket.send(JSON.stringify(heard(JSON.parse(text)))));
    line.cut = () => void socket.close();
  });
  return line;
}
