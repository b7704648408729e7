import { expect, test } from 'vitest';
import { showPhone } from './phone';

test('a number of the +7 zone is read in groups', () => expect(showPhone('+77000000199')).toBe('+7\u00a0700\u00a0000\u00a001\u00a099'));
test('another number stays as it is', () => expect(showPhone('+998901234567')).toBe('+998901234567'));
