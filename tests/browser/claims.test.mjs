// A client says what went wrong, somebody of the staff looks at the record and decides, and the money goes back.
import assert from 'node:assert/strict';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, enterAsStaff, freeSlot, payByHand, sees, tenge } from './lib/steps.mjs';

const MINUTE_MS = 60_000;

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

/** A session that only the psychologist came to, and that is over. */
async function missedSession({ page: open, business }) {
  const client = await open();
  await becomeClient(client, business);
  const { specialist, startsAt } = await freeSlot(business);
  const booking = await payByHand(client, business, { specialist, startsAt });
  const start = Date.parse(startsAt);
  await business.clock(new Date(start - 4 * MINUTE_MS));
  const psychologist = await open();
  await enterAsStaff(psychologist, business, (one) => one.id === specialist.id);
  await psychologist.evaluate(async (id) => {
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/v1/bookings/${id}/room`);
    await new Promise((opened, failed) => {
      socket.onopen = opened;
      socket.onerror = failed;
    });
    setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: 'beat' }));
    }, 500);
  }, booking);
  const read = (where) => client.evaluate(async (path) => (await fetch(path)).json(), where);
  await business.until('the psychologist in the room', async () => (await read(`/v1/bookings/${booking}/presence`)).stays.length > 0);
  await business.clock(new Date(start + (specialist.duration_minutes + 1) * MINUTE_MS));
  await business.until('the end of the session', async () => (await read(`/v1/bookings/${booking}`)).state === 'finished');
  return { client, booking, read };
}

journey('a claim is written, looked at beside the record, decided, and the money goes back', async (tools) => {
  const { page: open, business, t, clause } = tools;
  const { client, booking, read } = await missedSession(tools);
  await client.goto(`/bookings/${booking}`);
  await client.getByRole('link', { name: t('claims:acceptance.claim') }).click();
  await sees(client, t('claims:new.title'));
  await client.getByText(t('claims:category.technical_connection')).click();

  clause('HAR-3.10b');
  await client.getByRole('button', { name: t('claims:new.send') }).click();
  await sees(client, t('refusals:claim_reasons_missing'));
  await client.getByLabel(t('claims:new.text')).fill('Страница комнаты не открывалась');
  await client.getByRole('button', { name: t('claims:new.send') }).click();
  await client.waitForURL(/\/claims\/[^/]+$/);
  await sees(client, t('claims:state.open'));
  await sees(client, t('claims:next.held'));

  // A screenshot goes with it; it is looked at before anybody may open it.
  await client.locator('input[type=file]').setInputFiles({ name: 'экран.png', mimeType: 'image/png', buffer: await client.screenshot() });
  await client.getByRole('link', { name: t('claims:files.download') }).waitFor();
  await sees(client, 'экран.png');

  const support = await open();
  await enterAsStaff(support, business, (one) => one.role === 'support');
  await support.goto('/staff/claims');
  await support.getByRole('link', { name: /№/ }).click();

  clause('HAR-3.10c');
  await sees(support, 'Страница комнаты не открывалась');
  await sees(support, t('claims:attendance.no_show_client'));
  const download = support.waitForEvent('download');
  await support.getByRole('link', { name: t('claims:files.download') }).click();
  assert.equal((await download).suggestedFilename(), 'case-1-file-1.png');
  await sees(support, t('claims:desk.no_equipment'));
  clause('HAR-3.10f');
  await support.getByText(t('claims:finding.service_failure')).click();
  await support.getByLabel(t('claims:desk.reasons'), { exact: true }).fill('Комната не отвечала');
  await support.getByRole('button', { name: t('claims:desk.decide') }).click();
  await support.getByRole('heading', { name: t('claims:finding.service_failure') }).waitFor();

  await client.reload();
  await sees(client, 'Комната не отвечала');
  await sees(client, t('claims:next.choose'));
  await client.getByRole('link', { name: t('claims:next.choose_act') }).click();
  await client.getByText(tenge(15_000)).first().waitFor();
  await client.getByRole('radio').first().check({ force: true });
  await client.getByRole('button', { name: t('scheduling:remedy.confirm') }).click();
  await business.until('the refund', async () => (await read(`/v1/bookings/${booking}`)).order.refunded.minor === 1_500_000);
  await client.reload();
  await sees(client, t('scheduling:facts.refunded'));
});

journey('who disagrees asks for a second look, and another person takes it', async (tools) => {
  const { page: open, business, t } = tools;
  const { client, booking, read } = await missedSession(tools);
  await client.goto(`/bookings/${booking}/claim`);
  await client.getByText(t('claims:category.other')).click();
  await client.getByLabel(t('claims:new.text')).fill('Меня не пустили');
  await client.getByRole('button', { name: t('claims:new.send') }).click();
  await client.waitForURL(/\/claims\/[^/]+$/);
  const where = new URL(client.url()).pathname;

  const decide = async (role, finding) => {
    const page = await open();
    await enterAsStaff(page, business, (one) => one.role === role);
    await page.goto(`/staff${where}`);
    await page.getByText(t(`claims:finding.${finding}`)).last().click();
    await page.getByLabel(t('claims:desk.reasons'), { exact: true }).fill('Смотрели запись');
    await page.getByRole('button', { name: t('claims:desk.decide') }).click();
    return page;
  };
  await decide('support', 'unfounded');
  await business.until('the decision', async () => (await read(`/v1${where}`)).state === 'ruled');
  await client.reload();
  await client.getByLabel(t('claims:appeal.label')).fill('Посмотрите ещё раз');
  await client.getByRole('button', { name: t('claims:appeal.send') }).click();
  await sees(client, t('claims:state.appealed'));

  const same = await decide('support', 'service_failure');
  await sees(same, t('refusals:ruling_needs_another_person'));
  await decide('administrator', 'service_failure');
  await business.until('the second decision', async () => (await read(`/v1${where}`)).state === 'final');
  const rulings = (await read(`/v1${where}`)).rulings.map((one) => one.finding);
  assert.deepEqual(rulings, ['unfounded', 'service_failure'], 'the first decision stays beside the second');
});
