import { describe, expect, it } from 'vitest';
import { arc, bodiesOf, litBy, type Links } from './links';
import type { Fact } from './types';

const links: Links = {
  findingsOf: new Map([
    ['portrait/0', ['f1']],
    ['portrait/1', ['f2']],
  ]),
  factsOf: new Map([
    ['f1', ['sun.sign', 'sun.house']],
    ['f2', ['aspect.sun.moon']],
  ]),
  bodiesOf: new Map([
    ['sun.sign', ['sun']],
    ['sun.house', ['sun']],
    ['aspect.sun.moon', ['sun', 'moon']],
  ]),
};
const lists = (lit: ReturnType<typeof litBy>) => ({
  paragraph: [...lit.paragraph],
  finding: [...lit.finding],
  fact: [...lit.fact],
  body: [...lit.body],
});

describe('links of a draft', () => {
  it('go from a paragraph down to the wheel and to no other paragraph', () => {
    expect(lists(litBy(links, { kind: 'paragraph', id: 'portrait/0' }))).toEqual({
      paragraph: ['portrait/0'],
      finding: ['f1'],
      fact: ['sun.sign', 'sun.house'],
      body: ['sun'],
    });
  });

  it('go from a fact up to what rests on it', () => {
    expect(lists(litBy(links, { kind: 'fact', id: 'aspect.sun.moon' }))).toEqual({
      paragraph: ['portrait/1'],
      finding: ['f2'],
      fact: ['aspect.sun.moon'],
      body: ['sun', 'moon'],
    });
  });

  it('go from a body to everything that speaks of it', () => {
    expect(lists(litBy(links, { kind: 'body', id: 'moon' }))).toMatchObject({ paragraph: ['portrait/1'], body: ['moon'] });
    expect(lists(litBy(links, { kind: 'body', id: 'sun' })).paragraph).toEqual(['portrait/0', 'portrait/1']);
  });

  it('are none without a spot', () => {
    expect(lists(litBy(links, null))).toEqual({ paragraph: [], finding: [], fact: [], body: [] });
  });

  it('read bodies out of a fact, those of the chart alone', () => {
    const fact = { id: 'ruler.7.house', subject: 'h7', value: 'venus' } as Fact;
    expect(bodiesOf(fact, new Set(['venus', 'sun']))).toEqual(['venus']);
    expect(bodiesOf(fact, new Set(['sun']))).toEqual([]);
  });
});

describe('words', () => {
  it('tell minutes of arc', () => {
    expect(arc(754)).toBe('12°34′');
    expect(arc(1799)).toBe('29°59′');
  });
});
