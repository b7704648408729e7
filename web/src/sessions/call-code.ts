/**
 * Twelve digits that both pages make of the fingerprints of the two DTLS certificates. Somebody between the two shows each
 * of them another certificate, so their digits differ. The work of making them is slow on purpose (0.1 s): who wanted equal
 * digits would have to try about a million certificates while the two wait.
 */
const ROUNDS = 200_000;
const DIGITS = 12;
const FINGERPRINT = /^a=fingerprint:(\S+) (\S+)\s*$/im;

export function fingerprintOf(sdp: string | undefined): string | null {
  const found = FINGERPRINT.exec(sdp ?? '');
  return found?.[1] && found[2] ? `${found[1].toLowerCase()} ${found[2].toUpperCase()}` : null;
}

/** The same from either side; in groups of three. */
export async function callCode(own: string, other: string): Promise<string> {
  const encoder = new TextEncoder();
  const both = [own, other].sort().join('\n');
  const key = await crypto.subtle.importKey('raw', encoder.encode(both), 'PBKDF2', false, ['deriveBits']);
  const salt = encoder.encode('kelisim call code 1');
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, key, 64);
  const number = new DataView(bits).getBigUint64(0) % 10n ** BigInt(DIGITS);
  return number
    .toString()
    .padStart(DIGITS, '0')
    .replaceAll(/(\d{3})(?=\d)/g, '$1 ');
}
