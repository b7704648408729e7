import type { ComponentType } from 'react';
import type { Me } from '../api/types';
import { BellIcon, CalendarIcon, ClockIcon, InfoIcon, ListIcon, MoneyIcon, PersonIcon, PeopleIcon, SearchIcon, WarnIcon, WheelIcon } from '../ui/icons';
import { isShutOut, isSpecialist, isStaff } from './guard';

export interface Place {
  to:
    | '/'
    | '/offers'
    | '/sign-in'
    | '/bookings'
    | '/notices'
    | '/groups'
    | '/staff/groups'
    | '/account'
    | '/contract'
    | '/practice/calendar'
    | '/practice/hours'
    | '/practice/money'
    | '/staff/astrology'
    | '/staff/claims'
    | '/staff/people'
    | '/staff/bookings'
    | '/staff/ledger'
    | '/staff/obligations'
    | '/staff/refunds'
    | '/staff/outages'
    | '/staff/decisions'
    | '/staff/editions'
    | '/staff/jobs'
    | '/staff/outbox'
    | '/staff/security'
    | '/staff/specialists'
    | '/staff/breaches'
    | '/staff/feedback'
    | '/staff/news'
    | '/staff/handover'
    | '/staff/audit'
    | '/staff/overrides';
  name:
    | 'catalogue'
    | 'offers'
    | 'sign_in'
    | 'bookings'
    | 'notices'
    | 'groups'
    | 'account'
    | 'astrology'
    | 'calendar'
    | 'hours'
    | 'money'
    | 'people'
    | 'claims'
    | 'ledger'
    | 'obligations'
    | 'refunds'
    | 'outages'
    | 'decisions'
    | 'editions'
    | 'jobs'
    | 'outbox'
    | 'security'
    | 'specialists'
    | 'contract'
    | 'breaches'
    | 'feedback'
    | 'news'
    | 'handover'
    | 'audit'
    | 'overrides';
  Icon: ComponentType;
}

const CATALOGUE: Place = { to: '/', name: 'catalogue', Icon: SearchIcon };
const LEDGER: Place = { to: '/staff/ledger', name: 'ledger', Icon: MoneyIcon };
const REFUNDS: Place = { to: '/staff/refunds', name: 'refunds', Icon: MoneyIcon };
const EDITIONS: Place = { to: '/staff/editions', name: 'editions', Icon: ListIcon };
const SECURITY: Place = { to: '/staff/security', name: 'security', Icon: WarnIcon };
const CLAIMS: Place = { to: '/staff/claims', name: 'claims', Icon: InfoIcon };
const FEEDBACK: Place = { to: '/staff/feedback', name: 'feedback', Icon: InfoIcon };
const NEWS: Place = { to: '/staff/news', name: 'news', Icon: BellIcon };
const AUDIT: Place = { to: '/staff/audit', name: 'audit', Icon: ListIcon };
const ASTROLOGY: Place = { to: '/staff/astrology', name: 'astrology', Icon: WheelIcon };
const GROUPS: Place = { to: '/groups', name: 'groups', Icon: PeopleIcon };
const NOTICES: Place = { to: '/notices', name: 'notices', Icon: BellIcon };
const ACCOUNT: Place = { to: '/account', name: 'account', Icon: PersonIcon };

/** The places of the navigation for this kind of person; a business without astrology has no desk for it. */
export function placesFor(me: Me | null, hasAstrology: boolean): Place[] {
  if (isStaff(me)) {
    return [
      { to: '/staff/bookings', name: 'bookings', Icon: CalendarIcon },
      { to: '/staff/obligations', name: 'obligations', Icon: ClockIcon },
      { to: '/staff/people', name: 'people', Icon: PersonIcon },
      { to: '/staff/handover', name: 'handover', Icon: ListIcon },
      ...(me?.role === 'finance' ? [] : [CLAIMS]),
      ...(me?.role === 'support' ? [] : [REFUNDS, LEDGER]),
      ...(hasAstrology ? [ASTROLOGY] : []),
      { to: '/staff/decisions', name: 'decisions', Icon: ListIcon },
      ...(me?.role === 'administrator' ? [EDITIONS] : []),
      { to: '/staff/outages', name: 'outages', Icon: WarnIcon },
      { to: '/staff/jobs', name: 'jobs', Icon: ClockIcon },
      { to: '/staff/outbox', name: 'outbox', Icon: BellIcon },
      ...(me?.role === 'administrator' ? [SECURITY] : []),
      { to: '/staff/breaches', name: 'breaches', Icon: ListIcon },
      { to: '/staff/overrides', name: 'overrides', Icon: MoneyIcon },
      ...(me?.role === 'administrator' ? [FEEDBACK, NEWS, AUDIT] : []),
      { to: '/staff/specialists', name: 'specialists', Icon: SearchIcon },
      ...(me?.role === 'finance' ? [] : [{ to: '/staff/groups', name: 'groups', Icon: PeopleIcon } as const]),
      ACCOUNT,
    ];
  }
  if (isSpecialist(me)) {
    return [
      { to: '/practice/calendar', name: 'calendar', Icon: CalendarIcon },
      { to: '/practice/hours', name: 'hours', Icon: ClockIcon },
      { to: '/practice/money', name: 'money', Icon: MoneyIcon },
      GROUPS,
      NOTICES,
      ACCOUNT,
    ];
  }
  if (isShutOut(me)) return [{ to: '/contract', name: 'contract', Icon: ListIcon }, NOTICES, ACCOUNT];
  if (me) return [CATALOGUE, { to: '/bookings', name: 'bookings', Icon: CalendarIcon }, GROUPS, NOTICES, ACCOUNT];
  return [CATALOGUE, { to: '/offers', name: 'offers', Icon: ListIcon }, { to: '/sign-in', name: 'sign_in', Icon: PersonIcon }];
}
