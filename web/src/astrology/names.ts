import { knownText } from '../i18n/known-text';
import { arc } from './links';
import type { Fact, Finding } from './types';

type Terms = Record<string, string>;
/** The name of one word of an id, or null where nobody gave it one. */
export type NameOf = (word: string) => string | null;

const MOMENT = /[.]?\d{4}-\d\d-\d\dT[\d:.]*Z/g;
const MINUTES = 60;
const LETTERS = /\p{L}/u;
/** Kinds of facts that speak of a rule of elections, not of a body. */
const OF_RULES = new Set(['election', 'veto', 'relaxed', 'consideration']);
const OF_HOUSES = new Set(['ruler', 'cusp', 'leo_house']);
/** Facts whose value is a degree within a sign. */
const OF_DEGREES = new Set(['degree', 'range']);
/** Words by which ids are told apart, and which say nothing to a reader. */
const SILENT = new Set(['transit', 'pro', 'contra', 'veto', 'date', 'month']);

const known = (key: string): string | null => knownText('astrology', key);

/** Names in the document's language go first, save where the rule or the kind gives a word a sense of its own. */
export function namesOf(terms: Terms, scope: string): NameOf {
  return (word) =>
    known(`word.${scope}_${word}`) ??
    terms[word] ??
    known(`word.${word}`) ??
    known(`value.${word}`) ??
    terms[`phase_${word}`] ??
    known(`level.${word}`) ??
    known(`area.${word}`);
}

/** `mercury_pluto` is two bodies, `north_node` one: a word is parted only where all its parts have names. */
function parts(word: string, nameOf: NameOf): string[] | null {
  const whole = nameOf(word);
  if (whole !== null) return [whole];
  for (let at = word.lastIndexOf('_'); at > 0; at = word.lastIndexOf('_', at - 1)) {
    const first = nameOf(word.slice(0, at));
    const rest = first === null ? null : parts(word.slice(at + 1), nameOf);
    if (first !== null && rest !== null) return [first, ...rest];
  }
  return null;
}

function numbered(word: string, nameOf: NameOf): string | null {
  const found = /^(\w+)_(\d+)$/.exec(word);
  const name = found ? nameOf(found[1] ?? '') : null;
  return name === null ? null : `${name} ${found?.[2]}`;
}

const rulerOf = (word: string): string | null => {
  const house = /^ruler_of_h(\d+)$/.exec(word)?.[1];
  return house === undefined ? null : knownText('astrology', 'ruler_of', { house });
};

/** A word without a name is left out: an identifier is never shown. Numbers and dates stay as they are. */
function wordName(word: string, nameOf: NameOf): string | null {
  if (word === '' || SILENT.has(word)) return null;
  if (!LETTERS.test(word)) return word;
  return rulerOf(word) ?? parts(word, nameOf)?.join(' – ') ?? numbered(word, nameOf);
}

/** Words for an id such as `sun.moon`: those of its words that have names. */
export function spoken(id: string, nameOf: NameOf): string {
  return id
    .replace(MOMENT, '')
    .split(/[./]/)
    .flatMap((word) => wordName(word, nameOf) ?? [])
    .join(' · ');
}

const ruleName = (rule: string): string => known(`rule.${rule}`) ?? known('rule.unnamed') ?? '';

/** What the finding is about: its id without the group of texts and without the rule. */
const aboutOf = (finding: Finding): string =>
  finding.id
    .slice(finding.id.indexOf('/') + 1)
    .split('.')
    .filter((word) => word !== finding.rule)
    .join('.');

/** The rule, and what it was about. */
export function findingName(finding: Finding | undefined, terms: Terms): string {
  if (!finding) return ruleName('unnamed');
  const read = spoken(aboutOf(finding), namesOf(terms, finding.rule));
  return `${ruleName(finding.rule)}${read === '' ? '' : `: ${read}`}`;
}

function factAbout(fact: Fact, terms: Terms): string {
  if (OF_RULES.has(fact.kind)) return known(`rule.${fact.subject}`) ?? spoken(fact.subject, namesOf(terms, fact.kind));
  const about = fact.id.startsWith(`${fact.kind}.`) ? fact.id.slice(fact.kind.length + 1) : fact.subject;
  const house = OF_HOUSES.has(fact.kind) ? /\d+$/.exec(fact.id)?.[0] : undefined;
  return house === undefined ? spoken(about, namesOf(terms, fact.kind)) : (terms[`h${house}`] ?? house);
}

export function factName(fact: Fact | undefined, terms: Terms): string {
  const kind = known(`fact.${fact?.kind ?? 'unnamed'}`) ?? known('fact.unnamed') ?? '';
  const about = fact ? factAbout(fact, terms) : '';
  return about === '' ? kind : `${kind} · ${about}`;
}

/** Words of a value made of identifiers, `venus h8`; a value that came in words is left as it is. */
export function valueName(fact: Fact, terms: Terms): string {
  if (!/^[a-z\d_ .…-]*$/.test(fact.value) || (OF_RULES.has(fact.kind) && fact.value.includes(' '))) return fact.value;
  const nameOf = namesOf(terms, fact.kind);
  const isDegree = OF_DEGREES.has(fact.kind);
  const word = (one: string) => (isDegree && /^\d/.test(one) ? arc(Math.floor(Number(one) * MINUTES)) : wordName(one, nameOf));
  return fact.value
    .split(' ')
    .flatMap((one) => word(one) ?? [])
    .join(isDegree ? ' ' : ' · ');
}
