import { expect, test } from 'vitest';
import type { Me } from '../api/types';
import { safeNext } from './guard';

const me = { role: 'client', questionnaire_complete: true } as Me;

test('a person goes back to the page of this site that they were stopped at', () => {
  expect(safeNext('/bookings/1?payment=success#a', me)).toBe('/bookings/1?payment=success#a');
});

test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', 'bookings'])(
  'nobody is led to another site by %j',
  (next) => {
    expect(safeNext(next, me)).toBe('/');
  },
);
