import type { Draft, Fact } from './types';

/** What is linked with what: a paragraph rests on findings, a finding on facts, a fact speaks of bodies. */
export type Kind = 'paragraph' | 'finding' | 'fact' | 'body';
export interface Spot {
  kind: Kind;
  id: string;
}
export type Lit = Record<Kind, ReadonlySet<string>>;

export interface Links {
  findingsOf: Map<string, readonly string[]>;
  factsOf: Map<string, readonly string[]>;
  bodiesOf: Map<string, readonly string[]>;
}

export const paragraphId = (section: string, index: number): string => `${section}/${index}`;
/** Rows of tables and dates cite findings as paragraphs do. */
export const rowId = (table: string, index: number): string => `${table}#${index}`;
export const dateId = (id: string): string => `date:${id}`;

export function bodiesOf(fact: Fact, bodies: ReadonlySet<string>): string[] {
  const words = [...fact.id.split(/[.:/]/), ...fact.subject.split(/[.:/]/), ...fact.value.split(/[.:/ ,]/)];
  return [...new Set(words.filter((word) => bodies.has(word)))];
}

export function linksOf(draft: Draft): Links {
  const bodies = new Set(draft.chart.positions.map((one) => one.body));
  const findingsOf = new Map<string, readonly string[]>();
  for (const section of draft.sections) {
    section.paragraphs.forEach((one, index) => findingsOf.set(paragraphId(section.id, index), one.findings));
  }
  for (const table of draft.tables) table.rows.forEach((row, index) => findingsOf.set(rowId(table.id, index), row.findings));
  for (const date of draft.dates) findingsOf.set(dateId(date.id), date.findings);
  return {
    findingsOf,
    factsOf: new Map(draft.findings.map((one) => [one.id, one.facts])),
    bodiesOf: new Map(draft.facts.map((one) => [one.id, bodiesOf(one, bodies)])),
  };
}

/** Those of `down` under these, without repeats. */
const under = (ids: Iterable<string>, down: Map<string, readonly string[]>): Set<string> =>
  new Set([...ids].flatMap((id) => down.get(id) ?? []));
/** Those that stand on any of these. */
const over = (ids: ReadonlySet<string>, down: Map<string, readonly string[]>): Set<string> =>
  new Set([...down].filter(([, below]) => below.some((one) => ids.has(one))).map(([id]) => id));

/** Everything that belongs to the spot, itself included: down to its reasons and up to what rests on it. */
export function litBy(links: Links, spot: Spot | null): Lit {
  const none = { paragraph: new Set<string>(), finding: new Set<string>(), fact: new Set<string>(), body: new Set<string>() };
  if (!spot) return none;
  const itself = new Set([spot.id]);
  if (spot.kind === 'paragraph') {
    const finding = under(itself, links.findingsOf);
    const fact = under(finding, links.factsOf);
    return { paragraph: itself, finding, fact, body: under(fact, links.bodiesOf) };
  }
  if (spot.kind === 'finding') {
    const fact = under(itself, links.factsOf);
    return { paragraph: over(itself, links.findingsOf), finding: itself, fact, body: under(fact, links.bodiesOf) };
  }
  const fact = spot.kind === 'fact' ? itself : over(itself, links.bodiesOf);
  const finding = over(fact, links.factsOf);
  const body = spot.kind === 'body' ? itself : under(itself, links.bodiesOf);
  return { paragraph: over(finding, links.findingsOf), finding, fact, body };
}

const ARC_MINUTES = 60;
/** `12°34′`. */
export const arc = (minutes: number): string => `${Math.floor(minutes / ARC_MINUTES)}°${String(minutes % ARC_MINUTES).padStart(2, '0')}′`;
