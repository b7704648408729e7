// Seals and opens encoded frames between the codec and the network. Keys come from the page; nothing leaves but frames.
import { openFrame, SendingKey, type FrameKind } from './frame-cipher';

interface EncodedFrame {
  data: ArrayBuffer;
  /** Of video alone. */
  type?: 'key' | 'delta' | 'empty';
}

interface Transformer {
  readable: ReadableStream<EncodedFrame>;
  writable: WritableStream<EncodedFrame>;
  options: { side: 'send' } | { side: 'receive'; speaker: string };
}

export type Order =
  | { kind: 'send_with'; epoch: number; key: CryptoKey }
  | { kind: 'open_with'; speaker: string; epoch: number; key: CryptoKey }
  | { kind: 'forget'; speaker: string };

const KEPT_EPOCHS = 3; // frames under an older key than these have long arrived

let sending: SendingKey | null = null;
const opening = new Map<string, Map<number, CryptoKey>>();

const kindOf = (frame: EncodedFrame): FrameKind => (frame.type === undefined ? 'sound' : frame.type === 'key' ? 'key' : 'delta');

function sealer(): TransformStream<EncodedFrame, EncodedFrame> {
  return new TransformStream({
    async transform(frame, out) {
      if (!sending) return; // nothing leaves unsealed
      frame.data = await sending.seal(frame.data, kindOf(frame));
      out.enqueue(frame);
    },
  });
}

function opener(speaker: string): TransformStream<EncodedFrame, EncodedFrame> {
  return new TransformStream({
    async transform(frame, out) {
      const data = await openFrame(frame.data, kindOf(frame), (epoch) => opening.get(speaker)?.get(epoch));
      if (!data) return;
      frame.data = data;
      out.enqueue(frame);
    },
  });
}

function keep(speaker: string, epoch: number, key: CryptoKey): void {
  const keys = opening.get(speaker) ?? new Map<number, CryptoKey>();
  keys.set(epoch, key);
  for (const old of keys.keys()) if (old <= epoch - KEPT_EPOCHS) keys.delete(old);
  opening.set(speaker, keys);
}

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'send_with') sending = new SendingKey(data.epoch, data.key);
  if (data.kind === 'open_with') keep(data.speaker, data.epoch, data.key);
  if (data.kind === 'forget') opening.delete(data.speaker);
});

self.addEventListener('rtctransform', (event) => {
  const { transformer } = event as Event & { transformer: Transformer };
  const { options } = transformer;
  const through = options.side === 'send' ? sealer() : opener(options.speaker);
  void transformer.readable.pipeThrough(through).pipeTo(transformer.writable).catch(() => undefined);
});
