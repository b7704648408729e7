import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome';
import { Intent } from './intent';

const reply = (status: number, error?: unknown, headers: Record<string, string> = {}) =>
  Promise.resolve({ error, response: new Response(null, { status, headers }) });

const problem = {
  type: 'about:blank',
  title: 'Slot taken',
  status: 409,
  code: 'slot_taken',
  text_key: 'slot_taken',
  clause: { id: 'HAR-3.2c', number: '3.2', text: '…' },
  errors: [{ path: '/starts_at', code: 'taken' }],
};

describe('outcome', () => {
  it('is a value on success', async () => {
    const data = { id: '1' };
    expect(await outcomeOf(Promise.resolve({ data, response: new Response(null, { status: 200 }) }))).toEqual({
      kind: 'value',
      value: data,
    });
  });

  it('is a refusal with its clause and paths when the server says a domain no', async () => {
    const outcome = await outcomeOf(reply(409, problem));
    expect(outcome).toMatchObject({
      kind: 'refusal',
      refusal: { code: 'slot_taken', clause: { id: 'HAR-3.2c' }, errors: [{ path: '/starts_at', code: 'taken' }] },
    });
  });

  it('is a fault when the server is busy, and says when to come back', async () => {
    expect(await outcomeOf(reply(503, problem, { 'Retry-After': '3' }))).toEqual({
      kind: 'fault',
      fault: { code: 'busy', retryAfterSeconds: 3 },
    });
  });

  it('is a fault when the network failed or the body is no problem document', async () => {
    expect(await outcomeOf(Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({ fault: { code: 'offline' } });
    expect(await outcomeOf(reply(404, '<html>'))).toMatchObject({ fault: { code: 'unreadable' } });
  });
});

describe('intent', () => {
  const counting = () => {
    let n = 0;
    return new Intent(() => `key-${++n}`);
  };

  it('keeps its key while the same thing is sent again', () => {
    const intent = counting();
    expect(intent.keyFor({ a: 1 })).toBe('key-1');
    expect(intent.keyFor({ a: 1 })).toBe('key-1');
  });

  it('takes a new key for other input and after a final answer', () => {
    const intent = counting();
    intent.keyFor({ a: 1 });
    expect(intent.keyFor({ a: 2 })).toBe('key-2');
    intent.settle();
    expect(intent.keyFor({ a: 2 })).toBe('key-3');
  });
});
