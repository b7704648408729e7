/**
 * One frame sealed with AES-GCM. The first bytes stay readable, and are authenticated: the engine finds key frames by them.
 * Layout: clear bytes, sealed bytes with their tag, 12 bytes of IV, 4 bytes of the key's epoch.
 */
const IV_BYTES = 12;
const EPOCH_BYTES = 4;
const TAIL = IV_BYTES + EPOCH_BYTES;
const CLEAR = { key: 10, delta: 3, sound: 1 };

export type FrameKind = keyof typeof CLEAR;

export const newFrameKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);

/** A key with its counter: no IV comes twice under one key, whatever streams it seals. */
export class SendingKey {
  private readonly salt = crypto.getRandomValues(new Uint8Array(4));
  private count = 0n;

  constructor(
    readonly epoch: number,
    private readonly key: CryptoKey,
  ) {}

  async seal(frame: ArrayBuffer, kind: FrameKind): Promise<ArrayBuffer> {
    const clear = new Uint8Array(frame, 0, Math.min(CLEAR[kind], frame.byteLength));
    const iv = new Uint8Array(IV_BYTES);
    iv.set(this.salt);
    new DataView(iv.buffer).setBigUint64(4, this.count++);
    const body = new Uint8Array(frame, clear.length);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: clear }, this.key, body);
    const out = new Uint8Array(clear.length + sealed.byteLength + TAIL);
    out.set(clear);
    out.set(new Uint8Array(sealed), clear.length);
    out.set(iv, out.length - TAIL);
    new DataView(out.buffer).setUint32(out.length - EPOCH_BYTES, this.epoch);
    return out.buffer;
  }
}

/** The frame in the open, or null where its key is not there or it was not sealed by it. */
export async function openFrame(frame: ArrayBuffer, kind: FrameKind, keyOf: (epoch: number) => CryptoKey | undefined): Promise<ArrayBuffer | null> {
  const clearBytes = CLEAR[kind];
  if (frame.byteLength < clearBytes + TAIL) return null;
  const key = keyOf(new DataView(frame).getUint32(frame.byteLength - EPOCH_BYTES));
  if (!key) return null;
  const clear = new Uint8Array(frame, 0, clearBytes);
  const iv = new Uint8Array(frame, frame.byteLength - TAIL, IV_BYTES);
  const sealed = new Uint8Array(frame, clearBytes, frame.byteLength - TAIL - clearBytes);
  try {
    const body = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: clear }, key, sealed);
    const out = new Uint8Array(clearBytes + body.byteLength);
    out.set(clear);
    out.set(new Uint8Array(body), clearBytes);
    return out.buffer;
  } catch {
    return null;
  }
}
