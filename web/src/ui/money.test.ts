import { describe, expect, it } from 'vitest';
import { formatMoney } from './money';

const nbsp = '\u00a0';

describe('money', () => {
  it.each([
    [1_500_000, `15${nbsp}000${nbsp}₸`],
    [0, `0${nbsp}₸`],
    [99_900, `999${nbsp}₸`],
    [123_456_789, `1${nbsp}234${nbsp}567,89${nbsp}₸`],
    [5, `0,05${nbsp}₸`],
    [-300_000, `−3${nbsp}000${nbsp}₸`],
  ])('writes %i tiyn as people of the country do', (minor, text) => {
    expect(formatMoney({ minor, currency: 'KZT' })).toBe(text);
  });

  it('marks a credit when asked', () => {
    expect(formatMoney({ minor: 100, currency: 'KZT' }, { signed: true })).toBe(`+1${nbsp}₸`);
  });
});
