import type { BirthBody, ElectionBody, Question, Service, Town } from './types';

/** `±N` minutes, `unknown`, or empty for a time known to the minute. */
export const CERTAINTIES = ['', '5', '15', '30', '60', '120', 'unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const AREAS = [
  'self', 'money', 'learning', 'home', 'children', 'creativity', 'health', 'work', 'relationship', 'friends', 'rest', 'spirit',
] as const;
export const LIMITS = ['health', 'time', 'budget', 'city', 'alone'] as const;
export const ASKED_FOR = ['self', 'partner', 'child', 'mother', 'father', 'sibling', 'friend'] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The form as it stands, nothing of it leaves the page but in the body of a request. */
export interface Form {
  service: Service;
  language: string;
  forWhom: string;
  date: string;
  time: string;
  certainty: Certainty;
  place: Town | null;
  choice: 'earlier' | 'later' | null;
  living: Town | null;
  areas: string[];
  limits: string[];
  month: string;
  category: string;
  askedFor: string;
  event: string;
  firstDay: string;
  lastDay: string;
  weekdays: number[];
  from: string;
  to: string;
  bodySign: string;
}

export const emptyForm = (language: string): Form => ({
  service: 'natal_base',
  language,
  forWhom: '',
  date: '',
  time: '',
  certainty: '',
  place: null,
  choice: null,
  living: null,
  areas: [],
  limits: [],
  month: '',
  category: '',
  askedFor: 'self',
  event: '',
  firstDay: '',
  lastDay: '',
  weekdays: [...WEEKDAYS],
  from: '09:00',
  to: '19:00',
  bodySign: '',
});

/** Whose birth is asked for: always, or only if it is known. */
export const birthNeeded = (service: Service): boolean => service !== 'election' && service !== 'express_answer';
export const livingNeeded = (service: Service): boolean => service !== 'natal_base';

export type Missing = 'date' | 'time' | 'place' | 'living' | 'month' | 'category' | 'event' | 'window';

/** The fields that have to be filled in before the server can be asked; what is in them it judges itself. */
export function missingIn(form: Form): Missing[] {
  const missing: Missing[] = [];
  const withBirth = birthNeeded(form.service) || form.date !== '' || form.place !== null;
  if (withBirth && form.date === '') missing.push('date');
  if (withBirth && form.time === '' && form.certainty !== 'unknown') missing.push('time');
  if (withBirth && form.place === null) missing.push('place');
  if (livingNeeded(form.service) && form.living === null) missing.push('living');
  if (form.service === 'money' && form.month === '') missing.push('month');
  if (form.service === 'express_answer' && form.category === '') missing.push('category');
  if (form.service === 'election' && form.event === '') missing.push('event');
  if (form.service === 'election' && (form.firstDay === '' || form.lastDay === '')) missing.push('window');
  return missing;
}

function birthOf(form: Form): BirthBody | undefined {
  if (form.date === '' || form.place === null) return undefined;
  const unknown = form.certainty === 'unknown';
  return {
    date: form.date,
    place: String(form.place.id),
    ...(unknown ? {} : { time: form.time }),
    ...(unknown || form.certainty === '' ? {} : { uncertainty_minutes: Number(form.certainty) }),
    ...(form.choice ? { choice: form.choice } : {}),
  };
}

/** Null while something is missing. */
export function questionOf(form: Form): Question | null {
  if (missingIn(form).length > 0) return null;
  const birth = birthOf(form);
  const common = { language: form.language, ...(form.forWhom.trim() === '' ? {} : { for_whom: form.forWhom.trim() }) };
  const living = form.living?.id ?? 0;
  switch (form.service) {
    case 'natal_base':
      return birth ? { service: 'natal_base', body: { ...common, birth } } : null;
    case 'sun_actions':
      return birth ? { service: 'sun_actions', body: { ...common, birth, living, areas: form.areas, limits: form.limits } } : null;
    case 'money':
      return birth ? { service: 'money', body: { ...common, birth, living, start_month: `${form.month}-01` } } : null;
    case 'express_answer':
      return {
        service: 'express_answer',
        body: { ...common, category: form.category, place: living, asked_for: form.askedFor, ...(birth ? { birth } : {}) },
      };
    case 'election':
      return {
        service: 'election',
        body: {
          ...common,
          event: form.event,
          place: living,
          first_day: form.firstDay,
          last_day: form.lastDay,
          weekdays: form.weekdays,
          from: form.from,
          to: form.to,
          ...(birth ? { birth } : {}),
          ...(form.bodySign === '' ? {} : { body_sign: form.bodySign as NonNullable<ElectionBody['body_sign']> }),
        },
      };
  }
}
