// Two people write to each other in the room of their session.
import assert from 'node:assert/strict';
import { DESK } from './lib/browser.mjs';
import { enterRoom, leaveRoom } from './lib/call.mjs';
import { journey, prepare } from './lib/journey.mjs';
import { sees } from './lib/steps.mjs';
import { twoPeople } from './lib/two-people.mjs';

prepare((business) => business.clock('2026-12-07T04:00:00Z'));

// A script, a picture, a mark that turns writing around, and an entity.
const NASTY = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script> \u202Egnp.exe &lt;b&gt;';

journey('two write to each other; what comes while the chat is closed is counted; both read it afterwards', async (tools) => {
  const { t, clause } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -4);
  await psychologist.setViewportSize(DESK);
  await enterRoom(client, booking);
  await enterRoom(psychologist, booking);
  const [mine, theirs] = [chatOf(client, t), chatOf(psychologist, t)];

  await mine.open();
  clause('HAR-4.2.7a');
  clause('HAR-4.2.10a');
  await sees(client, t('sessions:chat.rules'));
  assert.ok(await mine.field.evaluate((field) => field === document.activeElement), 'one can write at once');
  await mine.field.fill('Здравствуйте');
  await mine.field.press('Enter');
  await psychologist.getByRole('button', { name: t('sessions:chat.open_one', { count: 1 }) }).waitFor();
  await sees(psychologist, t('sessions:chat.new_one', { count: 1 }));

  await psychologist.getByRole('button', { name: t('sessions:chat.open_one', { count: 1 }) }).click();
  await theirs.shows('Здравствуйте');
  await theirs.field.pressSequentially('Две');
  await theirs.field.press('Shift+Enter');
  await theirs.field.pressSequentially('строки');
  await theirs.field.press('Enter');
  await mine.shows('Две\nстроки');
  assert.equal(await theirs.field.inputValue(), '');

  await theirs.field.fill(NASTY);
  await theirs.field.press('Enter');
  await mine.shows(NASTY);
  assert.equal(await client.locator('.chat-log :is(img, script, b)').count(), 0, 'a message is text');
  assert.notEqual(await client.title(), 'owned');
  clause('HAR-4.2.11a');
  assert.ok(await client.getByRole('button', { name: t('common:shell.crisis') }).isVisible(), 'help is one press away');

  await mine.field.press('Escape');
  await mine.field.waitFor({ state: 'detached' });
  const button = client.getByRole('button', { name: t('sessions:chat.title'), exact: true });
  assert.ok(await button.evaluate((one) => one === document.activeElement), 'one goes on where one was');

  await leaveRoom(client);
  for (const page of [client, psychologist]) {
    await page.goto(`/bookings/${booking}/record`);
    await chatOf(page, t).shows('Здравствуйте');
    await chatOf(page, t).shows('Две\nстроки');
  }
});

journey('a line that is cut loses nothing and doubles nothing', async (tools) => {
  const { t } = tools;
  const { client, psychologist, booking } = await twoPeople(tools, -3);
  const line = await lineOf(client);
  await enterRoom(client, booking);
  await enterRoom(psychologist, booking);
  const [mine, theirs] = [chatOf(client, t), chatOf(psychologist, t)];
  await mine.open();
  await theirs.open();

  line.answers = false;
  await mine.say('Дошло ли это?');
  await theirs.shows('Дошло ли это?');
  await sees(client, t('sessions:chat.sending'));
  await theirs.say('Пока вас не было');
  await theirs.shows('Пока вас не было');
  line.answers = true;
  line.cut();
  await mine.shows('Пока вас не было');
  await client.getByText(t('sessions:chat.sending')).waitFor({ state: 'detached' });
  await mine.say('Теперь да');
  await theirs.shows('Теперь да');
  const said = ['Дошло ли это?', 'Пока вас не было', 'Теперь да'];
  assert.deepEqual(await mine.texts(), said);
  assert.deepEqual(await theirs.texts(), said);
});

/** The chat as one person has it before them. */
function chatOf(page, t) {
  const field = page.getByRole('textbox', { name: t('sessions:chat.label') });
  const texts = page.locator('.chat-line .chat-text');
  return {
    field,
    open: () => page.getByRole('button', { name: t('sessions:chat.title'), exact: true }).click(),
    say: async (text) => {
      await field.fill(text);
      await field.press('Enter');
    },
    shows: (text) => texts.filter({ hasText: text }).first().waitFor(),
    texts: () => texts.allInnerTexts(),
  };
}

/** The room's socket of this page, with a hand on it. */
async function lineOf(page) {
  const line = { answers: true, cut: () => undefined };
  await page.routeWebSocket(/\/room$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => server.send(text));
    server.onMessage((text) => {
      if (line.answers || JSON.parse(text).type !== 'said') socket.send(text);
    });
    line.cut = () => void socket.close();
  });
  return line;
}
