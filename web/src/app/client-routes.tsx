import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { onlySignedIn } from './guard';
import { rootRoute } from './root';

const text = (of: unknown): string | undefined => (typeof of === 'string' && of !== '' ? of : undefined);
const number = (of: unknown): number | undefined => (typeof of === 'number' && Number.isFinite(of) ? of : undefined);
const under = () => rootRoute;

export interface CatalogueSearch {
  topic?: string | undefined;
  language?: string | undefined;
  max_price_minor?: number | undefined;
}

const catalogue = createRoute({
  getParentRoute: under,
  path: '/',
  validateSearch: (search: Record<string, unknown>): CatalogueSearch => ({
    topic: text(search['topic']),
    language: text(search['language']),
    max_price_minor: number(search['max_price_minor']),
  }),
  component: lazyRouteComponent(() => import('../catalogue/catalogue-page'), 'CataloguePage'),
});

const specialist = createRoute({
  getParentRoute: under,
  path: '/specialists/$id',
  validateSearch: (search: Record<string, unknown>): { slot?: string | undefined } => ({ slot: text(search['slot']) }),
  component: lazyRouteComponent(() => import('../catalogue/specialist-page'), 'SpecialistPage'),
});

const offers = createRoute({
  getParentRoute: under,
  path: '/offers',
  component: lazyRouteComponent(() => import('../terms/offers-page'), 'OffersPage'),
});

const offer = createRoute({
  getParentRoute: under,
  path: '/offers/$document/$version',
  validateSearch: (search: Record<string, unknown>): { lang?: string | undefined } => ({ lang: text(search['lang']) }),
  component: lazyRouteComponent(() => import('../terms/reader-page'), 'ReaderPage'),
});

const statistics = createRoute({
  getParentRoute: under,
  path: '/statistics',
  component: lazyRouteComponent(() => import('../statistics/statistics-page'), 'StatisticsPage'),
});

const help = createRoute({
  getParentRoute: under,
  path: '/help',
  component: lazyRouteComponent(() => import('./help-page'), 'HelpPage'),
});

const status = createRoute({
  getParentRoute: under,
  path: '/status',
  component: lazyRouteComponent(() => import('./status-page'), 'StatusPage'),
});

const nextSearch = (search: Record<string, unknown>): { next?: string | undefined } => ({ next: text(search['next']) });

const signIn = createRoute({
  getParentRoute: under,
  path: '/sign-in',
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('../identity/sign-in-page'), 'SignInPage'),
});

const registration = createRoute({
  getParentRoute: under,
  path: '/registration',
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('../identity/registration-page'), 'RegistrationPage'),
});

const questionnaire = createRoute({
  getParentRoute: under,
  path: '/questionnaire',
  validateSearch: nextSearch,
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../identity/questionnaire-page'), 'QuestionnairePage'),
});

const account = createRoute({
  getParentRoute: under,
  path: '/account',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../identity/account-page'), 'AccountPage'),
});

const notices = createRoute({
  getParentRoute: under,
  path: '/notices',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../notify/notices-page'), 'NoticesPage'),
});

const news = createRoute({
  getParentRoute: under,
  path: '/news',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../news/news-page'), 'NewsPage'),
});

const unsubscribe = createRoute({
  getParentRoute: under,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('../news/unsubscribe-page'), 'UnsubscribePage'),
});

const contract = createRoute({
  getParentRoute: under,
  path: '/contract',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../contracts/contract-page'), 'ContractPage'),
});

const bookings = createRoute({
  getParentRoute: under,
  path: '/bookings',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../scheduling/bookings-page'), 'BookingsPage'),
});

// The acquirer sends the browser back to the booking with its own fields in the address. They prove nothing and are
// dropped: the page of the payment waits for the server's word.
const booking = createRoute({
  getParentRoute: under,
  path: '/bookings/$id',
  validateSearch: (search: Record<string, unknown>): { payment?: string | undefined } => ({ payment: text(search['payment']) }),
  beforeLoad: async (entering) => {
    await onlySignedIn(entering);
    if (entering.search.payment) throw redirect({ to: '/bookings/$id/payment', params: entering.params, replace: true });
  },
  component: lazyRouteComponent(() => import('../scheduling/booking-page'), 'BookingPage'),
});

const checkout = createRoute({
  getParentRoute: under,
  path: '/bookings/$id/checkout',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../orders/checkout-page'), 'CheckoutPage'),
});

const paymentReturn = createRoute({
  getParentRoute: under,
  path: '/bookings/$id/payment',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../orders/return-page'), 'ReturnPage'),
});

const equipment = createRoute({
  getParentRoute: under,
  path: '/bookings/$id/equipment',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../sessions/equipment-page'), 'EquipmentPage'),
});

const room = createRoute({
  getParentRoute: under,
  path: '/bookings/$id/room',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../sessions/room-page'), 'RoomPage'),
});

const record = createRoute({
  getParentRoute: under,
  path: '/bookings/$id/record',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../sessions/record-page'), 'RecordPage'),
});

const groups = createRoute({
  getParentRoute: under,
  path: '/groups',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../groups/events-page'), 'EventsPage'),
});

const group = createRoute({
  getParentRoute: under,
  path: '/groups/$id',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../groups/event-page'), 'EventPage'),
});

const groupRoom = createRoute({
  getParentRoute: under,
  path: '/groups/$id/room',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../groups/room-page'), 'GroupRoomPage'),
});

const claims = createRoute({
  getParentRoute: under,
  path: '/claims',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../claims/claims-page'), 'ClaimsPage'),
});

const claim = createRoute({
  getParentRoute: under,
  path: '/claims/$id',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../claims/claim-page'), 'ClaimPage'),
});

const newClaim = createRoute({
  getParentRoute: under,
  path: '/bookings/$id/claim',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('../claims/new-claim-page'), 'NewClaimPage'),
});

export const clientRoutes = [
  catalogue,
  specialist,
  offers,
  offer,
  statistics,
  help,
  status,
  signIn,
  registration,
  questionnaire,
  account,
  notices,
  news,
  unsubscribe,
  contract,
  bookings,
  booking,
  checkout,
  paymentReturn,
  equipment,
  room,
  record,
  groups,
  group,
  groupRoom,
  claims,
  claim,
  newClaim,
] as const;
