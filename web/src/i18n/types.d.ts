import type account from './ru/account.json';
import type astrology from './ru/astrology.json';
import type catalogue from './ru/catalogue.json';
import type claims from './ru/claims.json';
import type common from './ru/common.json';
import type contracts from './ru/contracts.json';
import type groups from './ru/groups.json';
import type identity from './ru/identity.json';
import type news from './ru/news.json';
import type notify from './ru/notify.json';
import type obligations from './ru/obligations.json';
import type orders from './ru/orders.json';
import type practice from './ru/practice.json';
import type refusals from './ru/refusals.json';
import type reviews from './ru/reviews.json';
import type sandbox from './ru/sandbox.json';
import type scheduling from './ru/scheduling.json';
import type sessions from './ru/sessions.json';
import type staff from './ru/staff.json';
import type statistics from './ru/statistics.json';
import type terms from './ru/terms.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    contextSeparator: '~';
    resources: {
      account: typeof account;
      astrology: typeof astrology;
      catalogue: typeof catalogue;
      claims: typeof claims;
      common: typeof common;
      contracts: typeof contracts;
      groups: typeof groups;
      identity: typeof identity;
      news: typeof news;
      notify: typeof notify;
      obligations: typeof obligations;
      orders: typeof orders;
      practice: typeof practice;
      refusals: typeof refusals;
      reviews: typeof reviews;
      sandbox: typeof sandbox;
      scheduling: typeof scheduling;
      sessions: typeof sessions;
      staff: typeof staff;
      statistics: typeof statistics;
      terms: typeof terms;
    };
  }
}
