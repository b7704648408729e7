// A group event: a speaker, viewers, an engine between them that cannot look inside.
import './lib/with-engine.mjs';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { troubles } from './lib/axe.mjs';
import { videoFlows } from './lib/call.mjs';
import { enterAsViewer, openEvent, planEvent } from './lib/group.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { becomeClient, enterAsStaff, sees } from './lib/steps.mjs';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

journey('two viewers see the speaker, one raises a hand, is let up and is seen', async (tools) => {
  const { t, like, business } = tools;
  const { support, speaker, event } = await openEvent(tools);
  const first = await enterAsViewer(tools, event, 'Лотос');
  const second = await enterAsViewer(tools, event, 'Клевер');
  await Promise.all([videoFlows(first), videoFlows(second)]);
  for (const page of [speaker, first, second]) await sees(page, t('groups:caption.encrypted'));
  assert.ok(await first.getByRole('button', { name: t('common:shell.crisis') }).isVisible(), 'urgent help is one press away');

  const hand = first.getByRole('button', { name: t('groups:bar.hand_up') });
  await hand.focus();
  await first.keyboard.press('Space');
  await sees(speaker, like('groups:people.raised', { name: 'Лотос' }));
  await speaker.getByRole('button', { name: t('groups:people.admit') }).click();
  await sees(first, t('groups:bar.let_up'));
  await first.getByRole('button', { name: t('groups:bar.speak') }).click();
  await videoFlows(speaker);
  for (const page of [speaker, first, second]) assert.deepEqual(await troubles(page), []);

  await second.getByLabel(t('groups:chat.label')).fill('Можно вопрос?');
  await second.keyboard.press('Enter');
  await sees(first, 'Можно вопрос?');
  for (const page of [first, second]) assert.deepEqual(await troubles(page), [], 'with a message');
  await speaker.getByRole('button', { name: t('groups:chat.close') }).click();
  await sees(second, t('groups:chat.off'));

  await speaker.getByRole('button', { name: t('groups:people.lower') }).click();
  await first.getByRole('button', { name: t('groups:bar.hand_up') }).waitFor();
  await videoFlows(second);

  await first.getByRole('button', { name: t('groups:bar.leave'), exact: true }).click();
  await first.getByRole('dialog').getByRole('button', { name: t('groups:bar.leave'), exact: true }).click();
  await first.waitForURL((url) => url.pathname === `/groups/${event}`);
  const attended = await business.until('three people on record', async () => {
    const answer = await support.evaluate(async (id) => (await fetch(`/v1/staff/groups/${id}/attendance`)).json(), event);
    return answer.items?.length === 3 ? answer.items : null;
  });
  assert.deepEqual(attended.map((one) => one.part).sort(), ['speaker', 'viewer', 'viewer']);
  assert.deepEqual(readdirSync(business.groupEngine.folder, { recursive: true }).filter((name) => /\.(mjr|opus|webm|mka)$/.test(name)), []);
});

journey('the engine passes on what it cannot read: with a wrong key no frame is decoded', async (tools) => {
  const { t } = tools;
  const { speaker, event } = await openEvent(tools);
  const right = await enterAsViewer(tools, event, 'Лотос');
  const wrong = await enterAsViewer(tools, event, 'Клевер', (page) =>
    page.addInitScript(() => {
      // Whatever key of frames arrives, this page keeps another.
      const native = crypto.subtle.importKey.bind(crypto.subtle);
      crypto.subtle.importKey = (format, raw, how, ...rest) =>
        native(format, how === 'AES-GCM' ? new Uint8Array(32) : raw, how, ...rest);
    }),
  );
  await sees(speaker, t('groups:caption.encrypted'));
  await videoFlows(right);
  const before = await wrong.evaluate(() => window.journeyInbound());
  await videoFlows(right);
  const after = await tools.business.until('bytes at the page with the wrong key', async () => {
    const now = await wrong.evaluate(() => window.journeyInbound());
    return now.bytes > before.bytes + 20_000 ? now : null;
  });
  assert.equal(after.frames, 0, 'decoded frames');
  await videoFlows(right);
});

journey('a browser that cannot encrypt is let in, everybody is told, and all still see', async (tools) => {
  const { t } = tools;
  const { speaker, event } = await openEvent(tools);
  const able = await enterAsViewer(tools, event, 'Лотос');
  await videoFlows(able);
  const unable = await enterAsViewer(tools, event, 'Клевер', (page) => page.addInitScript(() => delete globalThis.RTCRtpScriptTransform));
  for (const page of [speaker, able, unable]) await sees(page, t('groups:caption.plain'));
  await Promise.all([videoFlows(able), videoFlows(unable)]);
});

journey('when the engine is lost everybody is told, and when it is back all see again', async (tools) => {
  const { t, business } = tools;
  const { speaker, event } = await openEvent(tools);
  const viewer = await enterAsViewer(tools, event, 'Лотос');
  await videoFlows(viewer);
  await business.groupEngine.kill();
  for (const page of [speaker, viewer]) await sees(page, t('groups:caption.down'));
  await business.groupEngine.open();
  for (const page of [speaker, viewer]) await sees(page, t('groups:caption.encrypted'));
  await videoFlows(viewer);
});

journey('one of the staff moves an event and calls it off, and who holds a place reads of both', async (tools) => {
  const { t, page: open, business } = tools;
  const support = await open();
  await enterAsStaff(support, business, (one) => one.role === 'support');
  const { id, start } = await planEvent(support, business, 3000);
  const client = await open();
  await becomeClient(client, business);
  await client.goto(`/groups/${id}`);
  await client.getByRole('button', { name: t('groups:one.register') }).click();
  await client.getByRole('button', { name: t('groups:one.withdraw') }).waitFor();

  await support.goto('/staff/groups');
  const card = support.getByRole('listitem').filter({ hasText: t('groups:state.planned') });
  const fill = async (at) => {
    await card.getByLabel(t('groups:desk.new_day')).fill(dayOf(at));
    await card.getByLabel(t('groups:desk.new_time')).fill(clockOf(at));
    await card.getByRole('button', { name: t('groups:desk.move'), exact: true }).click();
  };
  await card.getByRole('button', { name: t('groups:desk.move_open') }).click();
  await fill(start - 7 * DAY_MS);
  await sees(card, t('refusals:group_in_the_past'));
  const moved = start + DAY_MS + 97 * MINUTE_MS;
  await fill(moved);
  await card.getByLabel(t('groups:desk.new_day')).waitFor({ state: 'detached' });
  await sees(card, clockOf(moved));

  await client.reload();
  await sees(client, clockOf(moved));
  await client.getByRole('button', { name: t('groups:one.withdraw') }).waitFor();
  await business.until('the notice', async () => {
    const { items } = await client.evaluate(async () => (await fetch('/v1/notices')).json());
    return items.some((one) => one.body.includes(clockOf(start)) && one.body.includes(clockOf(moved)));
  });
  await client.goto('/notices');
  await sees(client, clockOf(moved));

  const question = support.getByRole('alertdialog');
  const callOff = card.getByRole('button', { name: t('groups:desk.cancel') });
  await callOff.click();
  await sees(question, t('groups:desk.cancel_text', { places: 1 }));
  await question.getByRole('button', { name: t('groups:desk.cancel_keep') }).click();
  await question.waitFor({ state: 'detached' });
  await callOff.click();
  await question.getByRole('button', { name: t('groups:desk.cancel_confirm') }).click();
  await question.waitFor({ state: 'detached' });
  await callOff.waitFor({ state: 'detached' });
  await client.goto(`/groups/${id}`);
  await sees(client, t('groups:state.cancelled'));
});

const ASTANA = { timeZone: 'Asia/Almaty' };
const dayOf = (at) => new Intl.DateTimeFormat('sv-SE', ASTANA).format(at);
const clockOf = (at) => new Intl.DateTimeFormat('ru-RU', { ...ASTANA, hour: '2-digit', minute: '2-digit' }).format(at);
