import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';

export function useFeedback(booking: string) {
  return useAsk(['feedback', booking], () => outcomeOf(api.GET('/v1/bookings/{id}/feedback', { params: { path: { id: booking } } })));
}

export function useTestimonies() {
  return useAsk(['testimonies'], () => outcomeOf(api.GET('/v1/testimonies')), { staleMs: 60_000 });
}
