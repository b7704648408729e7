// What the room shows in each of its states. The server's end of the room is played here, word by word, so that a state
// stands still for as long as one looks at it.
import { becomeClient, freeSlot, payByHand, tick } from './steps.mjs';
import { wordsOf } from './words.mjs';

const MINUTE_MS = 60_000;
const PEER = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

export class RoomStates {
  /** A client before the door of their room, some minutes before the start. @param {import('./journey.mjs').Tools} tools */
  static async prepare({ page: open, business }, { language, screen }) {
    const states = new RoomStates();
    states.business = business;
    states.t = wordsOf(language);
    states.language = language;
    states.page = await open({ language, screen });
    await becomeClient(states.page, business, { language });
    const slot = await freeSlot(business);
    states.booking = await payByHand(states.page, business, slot);
    states.start = Date.parse(slot.startsAt);
    states.end = states.start + slot.specialist.duration_minutes * MINUTE_MS;
    await business.clock(states.start - 4 * MINUTE_MS);
    return states;
  }

  /** Each state with its name; `enter` brings the page into it. @returns {{name: string, enter: () => Promise<void>}[]} */
  list() {
    const at = (minute) => this.start + minute * MINUTE_MS;
    const room = (minute, { peer = false, late = 0, sharing = 'nobody' } = {}) => ({
      now: new Date(at(minute)).toISOString(),
      starts_at: new Date(this.start).toISOString(),
      ends_at: new Date(this.end + late * MINUTE_MS).toISOString(),
      peer_present: peer,
      sharing,
      late_minutes: late,
    });
    const said = (signal) => ({ type: 'signal', signal: { instance: PEER, ...signal } });
    const hello = said({ kind: 'hello', reply: false });
    const press = (name) => () => this.page.getByRole('button', { name: this.t(name) }).click();
    return [
      this.state('early', [room(-4)]),
      this.state('late', [room(7, { late: 7 })]),
      this.state('extended', [room(8, { peer: true, late: 7 }), hello]),
      this.state('peer-weak', [room(8, { peer: true }), hello, said({ kind: 'weak', weak: true })]),
      this.state('peer-sound-only', [room(8, { peer: true }), hello, said({ kind: 'mode', audioOnly: true })]),
      this.state('chat', [room(8, { peer: true }), hello, ...this.talk(at)], press('sessions:chat.title')),
      this.state('chat-unread', [room(8, { peer: true }), hello, ...this.talk(at).slice(0, 1)]),
      this.state('shares', [room(8, { peer: true, sharing: 'you' }), hello]),
      this.state('other-shares', [room(8, { peer: true, sharing: 'other' }), hello]),
      this.state('other-shares-weak', [room(8, { peer: true, sharing: 'other' }), hello, said({ kind: 'weak', weak: true })], press('sessions:call.audio_only')),
      this.state('sound-only', [room(8, { peer: true }), hello], press('sessions:call.audio_only')),
      this.state('private', [room(8, { peer: true }), hello], press('sessions:call.private')),
      this.state('leaving', [room(8, { peer: true }), hello], press('sessions:call.leave')),
      this.state('cut', [room(9, { peer: true }), hello, 'cut']),
      this.state('ended', [room(50), { type: 'closed', code: 'ended' }]),
      this.state('replaced', [room(9), { type: 'closed', code: 'replaced' }]),
    ];
  }

  /** A short talk in the chat. */
  talk(at) {
    const words = {
      ru: ['Здравствуйте! Вот упражнение, о котором мы говорили: вдох на четыре счёта, пауза, выдох на шесть.', 'Спасибо, записала.', 'И ссылка на приют для собак:\nhttps://shelter.example/almaty'],
      kk: ['Сәлеметсіз бе! Біз айтқан жаттығу мынау: төртке дейін дем алу, үзіліс, алтыға дейін дем шығару.', 'Рақмет, жазып алдым.', 'Иттер баспанасының сілтемесі:\nhttps://shelter.example/almaty'],
      en: ['Hello! This is the exercise that we spoke of: in for a count of four, a pause, out for six.', 'Thank you, I have it.', 'And the link to the dogs’ home:\nhttps://shelter.example/almaty'],
    }[this.language];
    return words.map((text, index) => ({
      type: 'said',
      message: { number: index + 1, mark: `talk-${index}`, who: index === 1 ? 'client' : 'specialist', text, said_at: new Date(at(index)).toISOString() },
    }));
  }

  state(name, words, then) {
    return {
      name: `room-${name}`,
      enter: async () => {
        await this.business.clock(words[0].now);
        const played = { cut: false };
        await this.page.routeWebSocket(/\/room$/, (socket) => play(socket, words, played));
        await this.page.goto(`/bookings/${this.booking}/room`);
        await this.page.getByRole('button', { name: this.t('sessions:join.open_media') }).click();
        await this.page.getByLabel(this.t('sessions:join.you')).waitFor();
        await tick(this.page, this.t('sessions:join.rule_recording'));
        await this.page.getByRole('button', { name: this.t('sessions:join.enter') }).click();
        await this.page.locator('.call-status p').first().waitFor();
        await then?.();
      },
    };
  }
}

/** The first word is the state of the room. A room that was cut does not answer again. */
function play(socket, [state, ...words], played) {
  if (played.cut) return;
  socket.onMessage((text) => {
    if (JSON.parse(text).type === 'beat') socket.send('{"type":"beat"}');
  });
  socket.send(JSON.stringify({ type: 'welcome', state, media: 'relay', chat: true, screen_share: true, ice_servers: [] }));
  for (const word of words) {
    if (word === 'cut') {
      played.cut = true;
      socket.close();
    } else socket.send(JSON.stringify(word));
  }
}
