/** `+7 700 000 01 99` of an E.164 number of the +7 zone; any other stays as it is. */
export function showPhone(number: string): string {
  const parts = /^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number);
  return parts ? parts.slice(1).join('\u00a0') : number;
}
