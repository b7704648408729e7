import { newFrameKey } from './frame-cipher';
import type { Order } from './frames.worker';
import { newOwnKeys, openKey, sealKey, type OwnKeys } from './key-exchange';
import type { Stage, Upward } from './messages';

// The others have the new key before anything is sealed with it.
const HAND_OVER_MS = 1000;
// Many may leave at once: one new key serves for all of them.
const GATHER_MS = 500;

/** The keys of frames of this page: its own, given to everybody in the room, and those that it was given. */
export class Secrecy {
  private readonly worker = new Worker(new URL('./frames.worker.ts', import.meta.url), { type: 'module' });
  private stage: Stage | null = null;
  private key: CryptoKey | null = null;
  private epoch = 0;
  private renewing = false;
  private self = '';
  private given = new Set<string>();
  private readonly received = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private chain: Promise<void> = Promise.resolve();

  private constructor(
    private readonly own: OwnKeys,
    private readonly room: string,
    private readonly send: (message: Upward) => void,
    private readonly opened: () => void,
  ) {}

  /** `opened` is called when a key of a speaker has come. */
  static async make(room: string, send: (message: Upward) => void, opened: () => void): Promise<Secrecy> {
    return new Secrecy(await newOwnKeys(), room, send, opened);
  }

  get publicText(): string {
    return this.own.publicText;
  }

  /** Whether frames of this speaker can be opened. */
  has(speaker: string): boolean {
    return this.received.has(speaker);
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.worker.terminate();
  }

  seal(sender: RTCRtpSender): void {
    sender.transform = new RTCRtpScriptTransform(this.worker, { side: 'send' });
  }

  open(receiver: RTCRtpReceiver, speaker: string): void {
    receiver.transform = new RTCRtpScriptTransform(this.worker, { side: 'receive', speaker });
  }

  /** Who is in the room now. Whoever comes is given the key; when somebody leaves there is a new one. */
  see(stage: Stage): void {
    this.stage = stage;
    const here = new Set(Object.keys(stage.keys));
    for (const speaker of this.received) {
      if (here.has(speaker)) continue;
      this.received.delete(speaker);
      this.order({ kind: 'forget', speaker });
    }
    const anew = this.self !== stage.you.id; // after a cut the room knows this page under another name
    this.self = stage.you.id;
    if (!stage.you.may_speak || !stage.encrypted) return;
    if (!this.key || anew) return this.renew();
    if ([...this.given].some((one) => !here.has(one))) {
      this.timer ??= setTimeout(() => this.renew(), GATHER_MS);
    }
    this.give([...here].filter((one) => !this.given.has(one)));
  }

  receive(from: string, epoch: number, sealed: string): void {
    const theirs = this.stage?.keys[from];
    if (!theirs) return;
    this.next(async () => {
      const key = await openKey(this.own, theirs, this.room, from, epoch, sealed);
      if (!key) return;
      this.order({ kind: 'open_with', speaker: from, epoch, key });
      this.received.add(from);
      this.opened();
    });
  }

  private renew(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.renewing) return;
    this.renewing = true;
    this.next(async () => {
      const first = this.key === null;
      this.key = await newFrameKey();
      this.epoch += 1;
      this.renewing = false;
      this.given = new Set();
      const { epoch, key } = this;
      this.give(Object.keys(this.stage?.keys ?? {}));
      if (first) this.order({ kind: 'send_with', epoch, key });
      else setTimeout(() => this.order({ kind: 'send_with', epoch, key }), HAND_OVER_MS);
    });
  }

  private give(whom: string[]): void {
    const { key, epoch, stage } = this;
    if (whom.length === 0 || !key || !stage) return;
    for (const one of whom) this.given.add(one);
    this.next(async () => {
      const sealed = await Promise.all(
        whom.map(async (who) => ({ who, sealed: await sealKey(this.own, stage.keys[who] ?? '', this.room, stage.you.id, epoch, key).catch(() => '') })),
      );
      this.send({ type: 'keys', epoch, for: sealed.filter((one) => one.sealed !== '') });
    });
  }

  private order(order: Order): void {
    this.worker.postMessage(order);
  }

  private next(step: () => Promise<void>): void {
    this.chain = this.chain.then(step, step);
  }
}
