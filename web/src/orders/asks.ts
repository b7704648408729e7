import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import type { Payment } from '../api/types';

const POLL_MS = 1500;
const FINAL = ['captured', 'failed', 'expired'];

export const isFinal = (payment: Payment): boolean => FINAL.includes(payment.state);
export const isPaid = (payment: Payment): boolean => payment.state === 'captured';

/** The payment as the server knows it, asked again until it is final. */
export function usePayment(bookingId: string, enabled = true) {
  return useAsk(['payment', bookingId], () => outcomeOf(api.GET('/v1/bookings/{id}/payment', { params: { path: { id: bookingId } } })), {
    enabled,
    staleMs: 0,
    pollMs: (payment) => (payment && isFinal(payment) ? false : POLL_MS),
  });
}
