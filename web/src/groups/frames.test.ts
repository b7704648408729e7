import { describe, expect, it } from 'vitest';
import { newFrameKey, openFrame, SendingKey, type FrameKind } from './frame-cipher';
import { newOwnKeys, openKey, sealKey } from './key-exchange';

const frame = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251).buffer;
const bytes = (buffer: ArrayBuffer | null) => (buffer ? [...new Uint8Array(buffer)] : null);

describe('a sealed frame', () => {
  it.each<[FrameKind, number]>([
    ['key', 10],
    ['delta', 3],
    ['sound', 1],
  ])('of kind %s opens to what it was, leaves %i bytes readable and hides the rest', async (kind, clear) => {
    const key = await newFrameKey();
    const sealed = await new SendingKey(7, key).seal(frame(400), kind);
    expect(bytes(sealed)?.slice(0, clear)).toEqual(bytes(frame(400))?.slice(0, clear));
    expect(bytes(sealed)?.slice(clear, 400)).not.toEqual(bytes(frame(400))?.slice(clear, 400));
    expect(bytes(await openFrame(sealed, kind, (epoch) => (epoch === 7 ? key : undefined)))).toEqual(bytes(frame(400)));
  });

  it('does not open with another key, without one, changed in any byte, or as another kind', async () => {
    const key = await newFrameKey();
    const other = await newFrameKey();
    const sealed = await new SendingKey(1, key).seal(frame(60), 'delta');
    expect(await openFrame(sealed, 'delta', () => other)).toBeNull();
    expect(await openFrame(sealed, 'delta', () => undefined)).toBeNull();
    expect(await openFrame(sealed, 'key', () => key)).toBeNull();
    expect(await openFrame(sealed.slice(0, 10), 'delta', () => key)).toBeNull();
    for (let at = 0; at < sealed.byteLength - 4; at += 1) {
      const changed = new Uint8Array(sealed.slice(0));
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await openFrame(changed.buffer, 'delta', () => key)).toBeNull();
    }
  });

  it('has an IV of its own each time', async () => {
    const sending = new SendingKey(1, await newFrameKey());
    const tails = new Set<string>();
    for (let at = 0; at < 50; at += 1) tails.add(String(bytes(await sending.seal(frame(20), 'sound'))?.slice(-16)));
    expect(tails.size).toBe(50);
  });
});

describe('a key on its way', () => {
  it('opens for whom it was sealed, and says whose it is and which', async () => {
    const [speaker, viewer, stranger] = [await newOwnKeys(), await newOwnKeys(), await newOwnKeys()];
    const key = await newFrameKey();
    const sealed = await sealKey(speaker, viewer.publicText, 'room', 'speaker', 2, key);
    expect(sealed.length).toBeLessThanOrEqual(200);
    const opened = await openKey(viewer, speaker.publicText, 'room', 'speaker', 2, sealed);
    const frames = await new SendingKey(2, key).seal(frame(30), 'sound');
    expect(bytes(await openFrame(frames, 'sound', () => opened ?? undefined))).toEqual(bytes(frame(30)));
    expect(await openKey(stranger, speaker.publicText, 'room', 'speaker', 2, sealed)).toBeNull();
    expect(await openKey(viewer, stranger.publicText, 'room', 'speaker', 2, sealed)).toBeNull();
    expect(await openKey(viewer, speaker.publicText, 'another room', 'speaker', 2, sealed)).toBeNull();
    expect(await openKey(viewer, speaker.publicText, 'room', 'another', 2, sealed)).toBeNull();
    expect(await openKey(viewer, speaker.publicText, 'room', 'speaker', 3, sealed)).toBeNull();
    expect(await openKey(viewer, 'no key', 'room', 'speaker', 2, sealed)).toBeNull();
  });
});
