/** The server's closed list of why sealed data is opened. */
export const PURPOSES = ['client_request', 'booking', 'payment', 'complaint', 'security', 'age_check', 'legal_duty'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const purposeOf = (of: unknown): Purpose | undefined => PURPOSES.find((one) => one === of);
