import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../api/me';
import type { Promised } from '../api/types';

/** Where a promise is kept: what Enter opens in the list. Doing the thing there keeps it; nothing is ticked off by hand. */
export function PromiseDoor({ promise, children }: { promise: Promised; children: ReactNode }) {
  const me = useMe();
  if (promise.kind.startsWith('scheduling.force_majeure_')) {
    return (
      <Link to="/staff/outages" data-stop>
        {children}
      </Link>
    );
  }
  if (promise.kind === 'orders.refund' && me?.role !== 'support') {
    return (
      <Link to="/staff/orders/$id" params={{ id: promise.subject }} data-stop>
        {children}
      </Link>
    );
  }
  if (promise.kind === 'claims.answer') {
    return (
      <Link to="/staff/claims/$id" params={{ id: promise.subject }} data-stop>
        {children}
      </Link>
    );
  }
  if (promise.person) {
    return (
      <Link to="/staff/people/$id" params={{ id: promise.person }} data-stop>
        {children}
      </Link>
    );
  }
  return (
    <span data-stop tabIndex={-1}>
      {children}
    </span>
  );
}
