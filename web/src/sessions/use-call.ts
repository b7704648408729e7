import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { Call, type CallView } from './call';

const NOTHING = () => () => undefined;

/** A call that lives as long as its screen; null until there is a stream to carry. */
export function useCall(bookingId: string, stream: MediaStream | null): { call: Call | null; view: CallView | null } {
  const [call, setCall] = useState<Call | null>(null);
  const ready = stream !== null;
  useEffect(() => {
    if (!ready || !stream) return undefined;
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const made = new Call(`${scheme}://${window.location.host}/v1/bookings/${encodeURIComponent(bookingId)}/room`, stream, (after) => readMessages(bookingId, after));
    setCall(made);
    return () => {
      made.stop();
      setCall(null);
    };
    // A change of devices is carried over by the call itself, so only the first stream begins one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [bookingId, ready]);
  const view = useSyncExternalStore(call?.subscribe ?? NOTHING, () => call?.snapshot() ?? null);
  return { call, view };
}

async function readMessages(id: string, after: number) {
  const read = await outcomeOf(api.GET('/v1/bookings/{id}/messages', { params: { path: { id }, query: { after: String(after) } } }));
  return read.kind === 'value' ? read.value : null;
}
