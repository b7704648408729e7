// What goes wrong: a declined card, a hold that runs out, no network, no microphone, a slow line.
import assert from 'node:assert/strict';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, bookAndPay, freeSlot, payAs, sees, takeSlot } from './lib/steps.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('a declined card can be tried again while the time is held', async ({ page: open, business, t }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  await takeSlot(page, specialist, startsAt);
  await payAs(page, 'Отклонить, как это сделал бы банк');
  await sees(page, t('orders:return.failed'));
  await page.getByRole('link', { name: t('orders:return.try_again') }).click();
  await payAs(page);
  await sees(page, t('orders:return.paid'));
});

journey('a hold that runs out is told, and the time is free again', async ({ page: open, business, t }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  const id = await takeSlot(page, specialist, startsAt);
  await business.clock(new Date((await business.now()).getTime() + 16 * 60_000));
  await sees(page, t('orders:over.title'));
  await page.goto(`/bookings/${id}`);
  await sees(page, t('scheduling:state.expired'));
  const again = await freeSlot(business);
  assert.equal(again.startsAt, startsAt);
  await takeSlot(page, specialist, startsAt);
});

journey('a file that stopped on the way goes on from there, and what was begun is not lost', async ({ page: open, business, t, like }) => {
  const page = await open();
  await becomeClient(page, business);
  await page.goto('/claims');
  await page.getByLabel(t('claims:ask.label')).fill('Почему списали дважды?');
  await page.locator('header a').first().click();
  await page.waitForURL((url) => url.pathname !== '/claims');
  await page.goBack();
  await page.getByRole('button', { name: t('claims:ask.send') }).click();
  await page.waitForURL(/\/claims\/[^/]+$/);

  const sent = [];
  let broken = true;
  await page.route('**/parts/*', (route) => {
    const part = route.request().url().split('/').pop();
    if (broken && part === '2') return route.abort('connectionreset');
    sent.push(part);
    return route.continue();
  });
  const photo = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(400_000, 32), Buffer.from('%%EOF\n')]);
  await page.locator('input[type=file]').setInputFiles({ name: 'чек.pdf', mimeType: 'application/pdf', buffer: photo });
  await sees(page, like('claims:files.stopped', { name: 'чек.pdf', percent: 33 }));
  broken = false;
  await page.getByRole('button', { name: t('common:act.again') }).click();
  await business.until('the last part', async () => sent.includes('3'));
  await page.getByRole('link', { name: t('claims:files.download') }).waitFor();
  assert.deepEqual(sent, ['1', '2', '3'], 'no part came twice');
});

journey('without a network there is a page that says so', async ({ page: open }) => {
  const page = await open();
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.context().setOffline(true);
  await page.goto('/bookings');
  await sees(page, 'Нет интернета');
  await sees(page, 'Интернет жоқ');
  await page.context().setOffline(false);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
});

journey('the equipment check names what is missing and what is too slow', async ({ page: open, business, t, like, clause }) => {
  const page = await open();
  await becomeClient(page, business);
  const { specialist, startsAt } = await freeSlot(business);
  const id = await bookAndPay(page, specialist, startsAt);
  clause('HAR-3.5a');
  await page.goto(`/bookings/${id}/equipment`);
  await sees(page, t('sessions:check.lead', { mbps: 20 }));
  await page.getByRole('button', { name: t('sessions:join.open_media') }).click();
  await page.getByRole('button', { name: t('sessions:check.run') }).click();
  await sees(page, t('sessions:check.passed'));

  clause('HAR-3.5b');
  const line = await page.context().newCDPSession(page);
  const bytes = (8 * 1_000_000) / 8;
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 5, downloadThroughput: bytes, uploadThroughput: bytes });
  await page.getByRole('button', { name: t('sessions:check.run') }).click();
  await sees(page, like('sessions:check.slow', { required: 20 }));
  await sees(page, t('sessions:check.not_blocking'));

  const mute = await open();
  await mute.context().addCookies(await page.context().cookies());
  await mute.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  });
  await mute.goto(`/bookings/${id}/equipment`);
  await mute.getByRole('button', { name: t('sessions:join.open_media') }).click();
  await sees(mute, t('sessions:trouble.missing.title'));
});

journey('times are shown on the own clock together with Astana', async ({ page: open, business, like, clause }) => {
  const page = await open({ zone: 'Europe/Berlin' });
  await becomeClient(page, business, { zone: 'Europe/Berlin' });
  const { specialist, startsAt } = await freeSlot(business);
  const id = await bookAndPay(page, specialist, startsAt);
  clause('HAR-3.3c');
  await page.goto(`/bookings/${id}`);
  await sees(page, like('common:time.both', { own: clockIn('Europe/Berlin', startsAt), business: clockIn('Asia/Almaty', startsAt) }));
});

const clockIn = (timeZone, at) => new Intl.DateTimeFormat('ru-RU', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
