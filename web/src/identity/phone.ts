import type { parsePhoneNumberFromString } from 'libphonenumber-js/min';

type Parse = typeof parsePhoneNumberFromString;
let parser: Promise<Parse> | null = null;

/** Loads the phone library when a phone field is first used. */
export function loadPhones(): Promise<Parse> {
  parser ??= import('libphonenumber-js/min').then((library) => library.parsePhoneNumberFromString);
  return parser;
}

/** E.164 of what was typed as it is written in Kazakhstan, or null. The server has the last word. */
export async function readPhone(typed: string): Promise<string | null> {
  const parse = await loadPhones();
  const digits = typed.replace(/\D/g, '');
  const national = digits.length === 11 && digits.startsWith('8') ? `+7${digits.slice(1)}` : typed;
  const phone = parse(national, 'KZ');
  return phone?.isPossible() ? phone.number : null;
}
