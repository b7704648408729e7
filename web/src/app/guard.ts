import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { loadMe } from '../api/me';
import type { Me } from '../api/types';

interface Entering {
  context: { client: QueryClient };
  location: { href: string };
}

/** Only decides which screen opens; what a person may do is decided by the server on every request. */
export async function onlySignedIn({ context, location }: Entering): Promise<Me> {
  const me = await loadMe(context.client);
  if (!me) throw redirect({ to: '/sign-in', search: { next: location.href } });
  if (isShutOut(me) && !LEFT_OPEN.some((path) => location.href.startsWith(path))) throw redirect({ to: '/contract' });
  return me;
}

/** What a client whose account is blocked still reads (HAR-4.2.16b); the server opens nothing else to them. */
const LEFT_OPEN = ['/contract', '/notices', '/account', '/claims'];

export const isShutOut = (me: Me | null): boolean => me?.role === 'client' && me.state === 'blocked';

const STAFF = ['support', 'finance', 'administrator'];

export const isStaff = (me: Me | null): boolean => me !== null && STAFF.includes(me.role);
export const isSpecialist = (me: Me | null): boolean => me?.role === 'specialist';

export async function onlySpecialist(entering: Entering): Promise<void> {
  if (!isSpecialist(await loadMe(entering.context.client))) {
    throw redirect({ to: '/staff/sign-in', search: { next: entering.location.href } });
  }
}

export async function onlyStaff(entering: Entering): Promise<void> {
  if (!isStaff(await loadMe(entering.context.client))) {
    throw redirect({ to: '/staff/sign-in', search: { next: entering.location.href } });
  }
}

/** A browser reads `/\host` and `//host` as another site, and takes tabs and line ends out before it reads. */
function isOwnPath(next: string): boolean {
  const here = 'https://here.invalid';
  return next.startsWith('/') && URL.canParse(next, here) && new URL(next, here).origin === here;
}

/** Where a person goes after signing in: the page they were stopped at, if it is a path of this site. */
export function safeNext(next: string | undefined, me: Me): string {
  if (isShutOut(me)) return '/contract';
  if (next && isOwnPath(next)) return next;
  if (isStaff(me)) return '/staff/bookings';
  if (isSpecialist(me)) return '/practice/calendar';
  return me.questionnaire_complete ? '/' : '/questionnaire';
}
