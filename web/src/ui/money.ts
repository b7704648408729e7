import type { Money } from '../api/types';

const NBSP = '\u00a0';
const SIGNS: Record<string, string> = { KZT: '₸', RUB: '₽' };
const MINOR_DIGITS = 2;

/** `15 000 ₸`, as prices are written in Kazakhstan in all its languages; minor units only when they are not zero. */
export function formatMoney(money: Money, options: { signed?: boolean } = {}): string {
  const minor = BigInt(money.minor);
  const absolute = minor < 0n ? -minor : minor;
  const scale = 10n ** BigInt(MINOR_DIGITS);
  const whole = grouped((absolute / scale).toString());
  const rest = absolute % scale;
  const fraction = rest === 0n ? '' : `,${rest.toString().padStart(MINOR_DIGITS, '0')}`;
  const sign = minor < 0n ? '−' : options.signed && minor > 0n ? '+' : '';
  return `${sign}${whole}${fraction}${NBSP}${SIGNS[money.currency] ?? money.currency}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, NBSP);
}
