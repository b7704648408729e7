import { describe, expect, it } from 'vitest';
import { callCode, fingerprintOf } from './call-code';

const A = 'sha-256 AA:01';
const B = 'sha-256 BB:02';

describe('call code', () => {
  it('is the same from both sides: twelve digits in groups of three', async () => {
    const code = await callCode(A, B);
    expect(code).toMatch(/^\d{3} \d{3} \d{3} \d{3}$/);
    expect(await callCode(B, A)).toBe(code);
  });

  it('differs where somebody stands between with certificates of their own', async () => {
    expect(await callCode(A, 'sha-256 CC:03')).not.toBe(await callCode('sha-256 CC:04', B));
  });

  it('reads the fingerprint of a description whatever its case', () => {
    expect(fingerprintOf('v=0\r\na=fingerprint:SHA-256 aa:01\r\na=setup:actpass\r\n')).toBe(A);
    expect(fingerprintOf('v=0\r\n')).toBeNull();
    expect(fingerprintOf(undefined)).toBeNull();
  });
});
