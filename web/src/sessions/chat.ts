import type { SessionMessage } from '../api/types';

/** One message as the server keeps it. The text is absent once its client was erased. */
export type ChatMessage = SessionMessage;

/** Written here and not yet known to be kept. `refused` says why the server did not take it. */
export interface ChatDraft {
  mark: string;
  text: string;
  refused: string | null;
}

export interface ChatState {
  messages: ChatMessage[];
  drafts: ChatDraft[];
}

export interface ChatWays {
  say: (mark: string, text: string) => void;
  /** A page of what comes after this number; null where the world failed. */
  read: (after: number) => Promise<{ messages: ChatMessage[]; more: boolean } | null>;
  changed: (state: ChatState) => void;
}

const READ_AGAIN_MS = 2000;

/**
 * What both wrote, without gaps or doubles whatever happens to the line. The server numbers what it keeps: a number that
 * is skipped is read, and so is what was missed while the line was cut. What is written here goes up one at a time under a
 * mark of its own, and again under the same mark until the server says that it is kept.
 */
export class Chat {
  private readonly kept = new Map<number, ChatMessage>();
  private drafts: ChatDraft[] = [];
  private inFlight: string | null = null;
  private reading = false;
  private again: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly ways: ChatWays) {}

  say(text: string): void {
    const plain = plainOf(text);
    if (plain === '') return;
    this.drafts = [...this.drafts, { mark: crypto.randomUUID(), text: plain, refused: null }];
    this.tell();
    this.sendNext();
  }

  /** Once more what was refused. */
  retry(mark: string): void {
    this.drafts = this.drafts.map((one) => (one.mark === mark ? { ...one, refused: null } : one));
    this.tell();
    this.sendNext();
  }

  drop(mark: string): void {
    this.drafts = this.drafts.filter((one) => one.mark !== mark);
    this.tell();
  }

  /** The line is there (again): whatever was under way on the last one is unknown. */
  opened(): void {
    this.inFlight = null;
    void this.readMissing().then(() => this.sendNext());
  }

  said(message: ChatMessage): void {
    this.keep([message]);
    this.sendNext();
    if (this.wholeUpTo() < this.kept.size) void this.readMissing();
  }

  refused(mark: string, code: string): void {
    if (this.inFlight === mark) this.inFlight = null;
    this.drafts = this.drafts.map((one) => (one.mark === mark ? { ...one, refused: code } : one));
    this.tell();
    this.sendNext();
  }

  stop(): void {
    if (this.again !== null) clearTimeout(this.again);
    this.again = null;
  }

  private sendNext(): void {
    if (this.inFlight !== null || this.reading) return;
    const next = this.drafts.find((one) => one.refused === null);
    if (!next) return;
    this.inFlight = next.mark;
    this.ways.say(next.mark, next.text);
  }

  private async readMissing(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    for (let more = true; more; ) {
      const page = await this.ways.read(this.wholeUpTo());
      if (page === null) {
        this.stop();
        this.again = setTimeout(() => this.opened(), READ_AGAIN_MS);
        break;
      }
      this.keep(page.messages);
      more = page.messages.length > 0 && (page.more || this.wholeUpTo() < this.kept.size);
    }
    this.reading = false;
    this.sendNext();
  }

  /** The number up to which nothing is missing. */
  private wholeUpTo(): number {
    let number = 0;
    while (this.kept.has(number + 1)) number += 1;
    return number;
  }

  private keep(messages: ChatMessage[]): void {
    for (const message of messages) this.kept.set(message.number, message);
    const marks = new Set(messages.map((one) => one.mark));
    this.drafts = this.drafts.filter((one) => !marks.has(one.mark));
    if (this.inFlight !== null && marks.has(this.inFlight)) this.inFlight = null;
    this.tell();
  }

  private tell(): void {
    const messages = [...this.kept.values()].sort((one, other) => one.number - other.number);
    this.ways.changed({ messages, drafts: this.drafts });
  }
}

/** As it is written on a page: no other blank than the space and the end of a line. */
function plainOf(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
}
