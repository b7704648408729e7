import { describe, expect, it } from 'vitest';
import { Chat, type ChatMessage, type ChatState } from './chat';

/** A server that keeps what it hears, and a line that can be cut. */
class Server {
  readonly kept: ChatMessage[] = [];
  readonly asked: number[] = [];
  heard: { mark: string; text: string }[] = [];
  online = true;
  readable = true;
  chat: Chat;
  state: ChatState = { messages: [], drafts: [] };

  constructor(private readonly page = 100) {
    this.chat = new Chat({
      say: (mark, text) => {
        if (this.online) this.heard.push({ mark, text });
      },
      read: (after) => {
        this.asked.push(after);
        if (!this.readable) return Promise.resolve(null);
        const rest = this.kept.filter((one) => one.number > after);
        return Promise.resolve({ messages: rest.slice(0, this.page), more: rest.length > this.page });
      },
      changed: (state) => (this.state = state),
    });
  }

  /** Keeps what was said last, once, and answers unless the answer is lost. */
  keep({ answers = true } = {}): ChatMessage {
    const last = this.heard.at(-1);
    if (!last) throw new Error('nothing was said');
    const before = this.kept.find((one) => one.mark === last.mark);
    const message = before ?? this.add('client', last.text, last.mark);
    if (answers) this.chat.said(message);
    return message;
  }

  add(who: ChatMessage['who'], text: string, mark = `mark-${this.kept.length}`): ChatMessage {
    const message = { number: this.kept.length + 1, mark, who, text, said_at: '2026-12-10T07:00:00Z' };
    this.kept.push(message);
    return message;
  }

  texts(): (string | undefined)[] {
    return this.state.messages.map((one) => one.text);
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('chat of a session', () => {
  it('sends one message at a time, in the order of writing', () => {
    const server = new Server();
    server.chat.say('one');
    server.chat.say('two');
    expect(server.heard.map((one) => one.text)).toEqual(['one']);
    expect(server.state.drafts.map((one) => one.text)).toEqual(['one', 'two']);
    server.keep();
    server.keep();
    expect(server.texts()).toEqual(['one', 'two']);
    expect(server.state.drafts).toEqual([]);
  });

  it('says again under the same mark what was lost with the line, and shows it once', async () => {
    const server = new Server();
    server.online = false;
    server.chat.say('lost on its way');
    server.online = true;
    server.chat.opened();
    await settle();
    expect(server.heard.map((one) => one.text)).toEqual(['lost on its way']);
    server.keep({ answers: false });
    server.chat.opened();
    await settle();
    expect(server.texts()).toEqual(['lost on its way']);
    expect(server.state.drafts).toEqual([]);
    expect(server.kept).toHaveLength(1);
  });

  it('reads what was said while the line was cut, page by page', async () => {
    const server = new Server(2);
    for (let i = 0; i < 5; i += 1) server.add('specialist', `line ${i}`);
    server.chat.opened();
    await settle();
    expect(server.texts()).toEqual(['line 0', 'line 1', 'line 2', 'line 3', 'line 4']);
    expect(server.asked).toEqual([0, 2, 4]);
  });

  it('reads what a skipped number stands for, and keeps the order of numbers', async () => {
    const server = new Server();
    const first = server.add('specialist', 'first');
    server.chat.said(first);
    server.add('specialist', 'missed');
    server.chat.said(server.add('specialist', 'third'));
    await settle();
    expect(server.asked).toEqual([1]);
    expect(server.texts()).toEqual(['first', 'missed', 'third']);
    server.chat.said(first);
    expect(server.texts()).toEqual(['first', 'missed', 'third']);
  });

  it('shows why a message was not taken, goes on with the next, and tries again when asked', () => {
    const server = new Server();
    server.chat.say('too fast');
    server.chat.say('after it');
    const refused = server.heard[0]?.mark ?? '';
    server.chat.refused(refused, 'too_fast');
    expect(server.state.drafts[0]).toEqual({ mark: refused, text: 'too fast', refused: 'too_fast' });
    expect(server.heard.map((one) => one.text)).toEqual(['too fast', 'after it']);
    server.keep();
    server.chat.retry(refused);
    expect(server.heard.at(-1)).toEqual({ mark: refused, text: 'too fast' });
    server.chat.refused(refused, 'too_fast');
    server.chat.drop(refused);
    expect(server.state.drafts).toEqual([]);
  });

  it('sends nothing that cannot be seen, and no tabs', () => {
    const server = new Server();
    server.chat.say(' \n\t ');
    expect(server.heard).toEqual([]);
    server.chat.say('a\tb\r\nc ');
    expect(server.heard.at(-1)?.text).toBe('a b\nc');
  });
});
