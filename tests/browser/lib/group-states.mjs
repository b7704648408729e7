// What the pages of a group event show in each of their states, with a real engine behind them.
import { videoFlows } from './call.mjs';
import { enterAsViewer, openEvent, planEvent } from './group.mjs';
import { becomeClient, enterAsStaff, sees, send } from './steps.mjs';
import { wordsOf } from './words.mjs';

const MINUTE_MS = 60_000;
const OVER_MINUTES = 46; // half an hour, and what the brand lets it run over

/**
 * Walks through an event; each step yields the name of a state and the page that shows it.
 * @param {import('./journey.mjs').Tools} tools
 * @returns {AsyncGenerator<{name: string, page: import('playwright-core').Page}>}
 */
export async function* groupStates({ page: open, business }, { language, screen }) {
  const t = wordsOf(language);
  const tools = { business, t, language, page: (more) => open({ language, screen, ...more }) };
  const { speaker, event, start } = await openEvent(tools);
  await sees(speaker, t('groups:caption.encrypted'));
  yield { name: 'speaker-alone', page: speaker };
  const viewer = await enterAsViewer(tools, event, 'Лотос');
  const other = await enterAsViewer(tools, event, 'Клевер у дороги за мостом, третий справа');
  await Promise.all([videoFlows(viewer), videoFlows(other)]);
  yield { name: 'viewer', page: viewer };

  await viewer.getByRole('button', { name: t('groups:bar.hand_up') }).click();
  await viewer.getByRole('button', { name: t('groups:bar.hand_down') }).waitFor();
  yield { name: 'hand', page: viewer };
  const admits = speaker.getByRole('button', { name: t('groups:people.admit') });
  await admits.waitFor();
  yield { name: 'speaker-hand', page: speaker };
  for (const [page, text] of [
    [other, 'Можно вопрос? Как быть, если проснулся в четыре утра и больше не спится?'],
    [viewer, 'И у меня так же.'],
  ]) {
    await page.getByLabel(t('groups:chat.label')).fill(text);
    await page.keyboard.press('Enter');
    await sees(speaker, text);
  }
  yield { name: 'chat', page: other };

  await admits.click();
  await sees(viewer, t('groups:bar.let_up'));
  yield { name: 'let-up', page: viewer };
  await viewer.getByRole('button', { name: t('groups:bar.speak') }).click();
  await Promise.all([videoFlows(speaker), videoFlows(other)]);
  yield { name: 'guest', page: viewer };
  yield { name: 'speaker-guest', page: speaker };
  yield { name: 'viewer-two', page: other };
  await speaker.getByRole('button', { name: t('groups:chat.close') }).click();
  await sees(other, t('groups:chat.off'));
  yield { name: 'chat-off', page: other };
  await other.getByRole('button', { name: t('groups:bar.secret') }).click();
  yield { name: 'secret', page: other };
  await other.keyboard.press('Escape');
  yield* troubles(tools, { speaker, viewer, other, event });

  await business.clock(new Date(start + OVER_MINUTES * MINUTE_MS));
  await sees(viewer, t('groups:closed.ended'));
  yield { name: 'ended', page: viewer };
  yield* before(tools);
}

/** The engine is lost, one browser cannot encrypt, one participant is shown the door. */
async function* troubles(tools, { speaker, viewer, other, event }) {
  const { t, business } = tools;
  await business.groupEngine.kill();
  await sees(viewer, t('groups:caption.down'));
  yield { name: 'down', page: viewer };
  await business.groupEngine.open();
  await sees(viewer, t('groups:caption.encrypted'));
  await enterAsViewer(tools, event, 'Ромашка', (page) => page.addInitScript(() => delete globalThis.RTCRtpScriptTransform));
  await sees(viewer, t('groups:caption.plain'));
  yield { name: 'plain', page: viewer };
  await speaker
    .getByRole('listitem')
    .filter({ hasText: 'Клевер' })
    .getByRole('button', { name: t('groups:people.remove') })
    .click();
  await sees(other, t('groups:closed.removed'));
  yield { name: 'removed', page: other };
}

/** The pages before an event: free to come, with a place, too early at the door, called off. */
async function* before({ page: open, business, t, language }) {
  const support = await open({ language: 'ru' });
  await enterAsStaff(support, business, (one) => one.role === 'support');
  const { id } = await planEvent(support, business, 2000);
  const client = await open();
  await becomeClient(client, business, { language });
  await client.goto('/groups');
  await client.getByRole('heading', { level: 2 }).first().waitFor();
  yield { name: 'list', page: client };
  await client.goto(`/groups/${id}`);
  await client.getByRole('button', { name: t('groups:one.register') }).waitFor();
  yield { name: 'page', page: client };
  await client.getByRole('button', { name: t('groups:one.register') }).click();
  await client.getByRole('button', { name: t('groups:one.withdraw') }).waitFor();
  yield { name: 'page-with-place', page: client };
  await client.goto(`/groups/${id}/room`);
  await client.getByLabel(t('groups:door.name')).waitFor();
  yield { name: 'door', page: client };
  await send(support, 'POST', `/v1/staff/groups/${id}/cancellation`, {});
  await client.goto(`/groups/${id}`);
  await sees(client, t('groups:state.cancelled'));
  yield { name: 'called-off', page: client };
}
