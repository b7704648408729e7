import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { purposeOf, type Purpose } from '../staff/purposes';
import { onlySpecialist, onlyStaff } from './guard';
import { rootRoute } from './root';

const under = () => rootRoute;
const text = (of: unknown): string | undefined => (typeof of === 'string' && of !== '' ? of : undefined);

const staffSignIn = createRoute({
  getParentRoute: under,
  path: '/staff/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({ next: text(search['next']) }),
  component: lazyRouteComponent(() => import('../identity/staff-sign-in-page'), 'StaffSignInPage'),
});

const calendar = createRoute({
  getParentRoute: under,
  path: '/practice/calendar',
  beforeLoad: onlySpecialist,
  component: lazyRouteComponent(() => import('../practice/calendar-page'), 'CalendarPage'),
});

const hours = createRoute({
  getParentRoute: under,
  path: '/practice/hours',
  beforeLoad: onlySpecialist,
  component: lazyRouteComponent(() => import('../practice/hours-page'), 'HoursPage'),
});

const money = createRoute({
  getParentRoute: under,
  path: '/practice/money',
  beforeLoad: onlySpecialist,
  component: lazyRouteComponent(() => import('../practice/money-page'), 'MoneyPage'),
});

const people = createRoute({
  getParentRoute: under,
  path: '/staff/people',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/people-page'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: under,
  path: '/staff/people/$id',
  validateSearch: (search: Record<string, unknown>): { purpose?: Purpose | undefined } => ({ purpose: purposeOf(search['purpose']) }),
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/person-page'), 'PersonPage'),
});

const refunds = createRoute({
  getParentRoute: under,
  path: '/staff/refunds',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/refunds-page'), 'RefundsPage'),
});

const order = createRoute({
  getParentRoute: under,
  path: '/staff/orders/$id',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/order-page'), 'OrderPage'),
});

const bookings = createRoute({
  getParentRoute: under,
  path: '/staff/bookings',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/bookings-page'), 'StaffBookingsPage'),
});

const ledger = createRoute({
  getParentRoute: under,
  path: '/staff/ledger',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/ledger-page'), 'LedgerPage'),
});

const decisions = createRoute({
  getParentRoute: under,
  path: '/staff/decisions',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/decisions-page'), 'DecisionsPage'),
});

const editions = createRoute({
  getParentRoute: under,
  path: '/staff/editions',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/editions-page'), 'EditionsPage'),
});

const whatIf = createRoute({
  getParentRoute: under,
  path: '/staff/what-if',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/what-if-page'), 'WhatIfPage'),
});

const obligations = createRoute({
  getParentRoute: under,
  path: '/staff/obligations',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../obligations/board-page'), 'BoardPage'),
});

const outages = createRoute({
  getParentRoute: under,
  path: '/staff/outages',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/outages-page'), 'OutagesPage'),
});

const jobs = createRoute({
  getParentRoute: under,
  path: '/staff/jobs',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/jobs-page'), 'JobsPage'),
});

const outbox = createRoute({
  getParentRoute: under,
  path: '/staff/outbox',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/outbox-page'), 'OutboxPage'),
});

const specialists = createRoute({
  getParentRoute: under,
  path: '/staff/specialists',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/specialists-page'), 'StaffSpecialistsPage'),
});

const claims = createRoute({
  getParentRoute: under,
  path: '/staff/claims',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/claims-page'), 'StaffClaimsPage'),
});

const claim = createRoute({
  getParentRoute: under,
  path: '/staff/claims/$id',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/claim-page'), 'StaffClaimPage'),
});

const breaches = createRoute({
  getParentRoute: under,
  path: '/staff/breaches',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/breaches-page'), 'BreachesPage'),
});

const overrides = createRoute({
  getParentRoute: under,
  path: '/staff/overrides',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/overrides-page'), 'OverridesPage'),
});

const contract = createRoute({
  getParentRoute: under,
  path: '/staff/contract/$id',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/contract-desk'), 'ContractDesk'),
});

const feedback = createRoute({
  getParentRoute: under,
  path: '/staff/feedback',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/feedback-page'), 'FeedbackPage'),
});

const news = createRoute({
  getParentRoute: under,
  path: '/staff/news',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/news-page'), 'StaffNewsPage'),
});

const security = createRoute({
  getParentRoute: under,
  path: '/staff/security',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/security-page'), 'SecurityPage'),
});

const handover = createRoute({
  getParentRoute: under,
  path: '/staff/handover',
  validateSearch: (search: Record<string, unknown>): { about?: string | undefined } => ({ about: text(search['about']) }),
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/handover-page'), 'HandoverPage'),
});

const audit = createRoute({
  getParentRoute: under,
  path: '/staff/audit',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/audit-page'), 'AuditPage'),
});

const groups = createRoute({
  getParentRoute: under,
  path: '/staff/groups',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../staff/groups-page'), 'StaffGroupsPage'),
});

const astrology = createRoute({
  getParentRoute: under,
  path: '/staff/astrology',
  beforeLoad: onlyStaff,
  component: lazyRouteComponent(() => import('../astrology/desk-page'), 'AstrologyPage'),
});

export const practiceRoutes = [calendar, hours, money] as const;
export const staffRoutes = [staffSignIn, people, person, refunds, order, bookings, claims, claim, ledger, decisions, obligations, outages, editions, whatIf, jobs, outbox, specialists, groups, breaches, overrides, contract, feedback, news, handover, audit, security, astrology] as const;
