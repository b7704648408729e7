/**
 * How a speaker's key of frames reaches the other browsers: sealed for each by ECDH on P-256, HKDF and AES-GCM. The public
 * keys come through our server, which sees no key of frames; it could hand out a public key of its own, and the words on the
 * screen say so.
 */
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const IV_BYTES = 12;
const NOTE = new TextEncoder().encode('kelisim group frames 1');

export interface OwnKeys {
  pair: CryptoKeyPair;
  /** As the others are given it. */
  publicText: string;
}

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromText = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export async function newOwnKeys(): Promise<OwnKeys> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  return { pair, publicText: toText(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))) };
}

async function between(own: OwnKeys, other: string, room: string): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('raw', fromText(other), CURVE, false, []);
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own.pair.privateKey, 256);
  const secret = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new TextEncoder().encode(room), info: NOTE };
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const about = (from: string, epoch: number) => new TextEncoder().encode(`${from}|${epoch}`);

/** `from`: the speaker whose key it is, as the room names them. */
export async function sealKey(own: OwnKeys, other: string, room: string, from: string, epoch: number, key: CryptoKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const raw = await crypto.subtle.exportKey('raw', key);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: about(from, epoch) }, await between(own, other, room), raw);
  const out = new Uint8Array(IV_BYTES + sealed.byteLength);
  out.set(iv);
  out.set(new Uint8Array(sealed), IV_BYTES);
  return toText(out);
}

/** Null for what was not sealed for us by the owner of that public key. */
export async function openKey(own: OwnKeys, other: string, room: string, from: string, epoch: number, text: string): Promise<CryptoKey | null> {
  try {
    const sealed = fromText(text);
    const secret = await between(own, other, room);
    const iv = sealed.slice(0, IV_BYTES);
    const raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: about(from, epoch) }, secret, sealed.slice(IV_BYTES));
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  } catch {
    return null;
  }
}

/** Whether this browser can seal frames between codec and network. */
export const canEncrypt = (): boolean => 'RTCRtpScriptTransform' in globalThis && 'subtle' in crypto;
